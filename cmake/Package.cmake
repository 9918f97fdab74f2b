# The Debian package: `cpack -G DEB` in the build folder of the release preset. Libraries are found by dpkg-shlibdeps.
set(CPACK_PACKAGE_NAME shezhire)
set(CPACK_PACKAGE_VENDOR "The Shezhire authors")
set(CPACK_PACKAGE_CONTACT "The Shezhire authors <shezhire@localhost>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "structure and history of associations, drawn at any date")
set(CPACK_PACKAGE_DESCRIPTION "Shezhire shows associations as they are built and as they became so: a
structure one can walk through at any date, in Kazakh, Russian and English.
IFLA and its neighbours come with it as data; every fact has its dates and
sources. Pictures are written as SVG, PDF and PNG, also without a display.")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Graphviz' plug-ins are linked directly, from a folder that dpkg-shlibdeps does not look into by itself.
get_filename_component(graphviz_folder ${GRAPHVIZ_DOT_PLUGIN} DIRECTORY)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${graphviz_folder})
# Noto draws every label; Mesa is what a display without a driver of its own draws with.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-core, libgl1-mesa-dri")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, xdg-utils, xdg-desktop-portal | zenity, hicolor-icon-theme")
include(CPack)
