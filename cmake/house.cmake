# house(NAME USES folder... LIBRARIES target...)
#
# Makes the static library ms_NAME of all sources in src/NAME. The libraries are private to the folder
# (one door per library); the folders it uses are public, since headers pass their types along.
function(house name)
  cmake_parse_arguments(HOUSE "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(ms_${name} STATIC ${sources})
  set_target_properties(ms_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(ms_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  foreach(folder IN LISTS HOUSE_USES)
    target_link_libraries(ms_${name} PUBLIC ms_${folder})
  endforeach()
  target_link_libraries(ms_${name} PRIVATE ${HOUSE_LIBRARIES})
  target_link_libraries(ms_${name} PUBLIC fmt::fmt)
endfunction()

# The full tables of CLD2 are a library of data only that must come before the code (ELF interposition);
# nothing refers to it by name, so the linker would drop it.
set(CLD2_LIBRARIES "-Wl,--push-state,--no-as-needed" cld2_full cld2 "-Wl,--pop-state")

# search_first(TARGET)
#
# The loader looks each symbol up in all libraries of a program by their order. Two of the thirty here look
# up most, and their own: libstdc++, and libcrypto, which libzip brings and which binds all at the start.
# To name them first spares a third of the time until main.
function(search_first target)
  find_library(LIBCRYPTO NAMES libcrypto.so.3 crypto)
  set(first -lstdc++)
  if(LIBCRYPTO)
    set(first ${LIBCRYPTO},-lstdc++)
  endif()
  # One word, since CMake drops an option that comes twice, as it would those around the full tables of CLD2.
  target_link_libraries(${target} PRIVATE "-Wl,--push-state,--no-as-needed,${first},--pop-state")
endfunction()
