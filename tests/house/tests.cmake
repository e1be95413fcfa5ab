# The rules of the house (docs/architecture.md), held against the whole tree.
add_executable(test_house support/doctest_main.cpp house/house.cpp house/house_test.cpp)
target_include_directories(test_house PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(test_house PRIVATE doctest::doctest)
target_compile_definitions(test_house PRIVATE PROJECT_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME house COMMAND test_house)
