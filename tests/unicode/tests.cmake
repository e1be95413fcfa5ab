# Unicode's own test files, from the Debian package unicode-data (Unicode 15.0, as ICU 72 has it). A file that
# is missing fails its test and names the package; NormalizationTest.txt is packed there and needs bzip2.
set(UNICODE_DATA /usr/share/unicode CACHE PATH "Folder of the package unicode-data")
file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/unicode/*.cpp)
add_executable(test_unicode support/doctest_main.cpp ${sources})
target_include_directories(test_unicode PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(test_unicode PRIVATE ms_text doctest::doctest)
target_compile_definitions(test_unicode PRIVATE UNICODE_DATA="${UNICODE_DATA}")
add_test(NAME unicode COMMAND test_unicode)
