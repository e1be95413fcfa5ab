# Case files (see case_file.hpp). A stage that adds sections adds its library here.
file(GLOB case_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cases/*.cpp)
add_executable(test_cases support/doctest_main.cpp ${case_sources})
target_include_directories(test_cases PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(test_cases PRIVATE ms_read ms_normalise nlohmann_json::nlohmann_json doctest::doctest)
target_compile_definitions(test_cases PRIVATE TEST_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
add_test(NAME cases COMMAND test_cases)
