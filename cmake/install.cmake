# One installed library: the rooms' objects in a single archive, found with
# find_package(factline CONFIG) and linked as factline::factline.
