# Hostile and random input through the whole program, in one process, so that the sanitizers see it.
add_executable(test_fuzz support/doctest_main.cpp fuzz/fuzz_test.cpp fuzz/html_test.cpp)
target_include_directories(test_fuzz PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(test_fuzz PRIVATE ms_convert doctest::doctest)
target_compile_definitions(test_fuzz PRIVATE PROJECT_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME fuzz COMMAND test_fuzz)
set_tests_properties(fuzz PROPERTIES TIMEOUT 1800)
