"""Search in a list, with a count of how often it is looked into."""


# The place of what is wanted, or -1; and how many items were looked at.
def linear_search(items, wanted):
    looks = 0
    for place in range(len(items)):
        looks = looks + 1
        if items[place] == wanted:
            return place, looks
    return -1, looks


# The same for a list in order, from the smallest item to the largest.
def binary_search(items, wanted):
    low, high = 0, len(items) - 1
    looks = 0
    while low <= high:
        middle = (low + high) // 2
        looks = looks + 1
        if items[middle] == wanted:
            return middle, looks
        if items[middle] < wanted:
            low = middle + 1  # only to the right
        else:
            high = middle - 1  # only to the left
    return -1, looks


numbers = list(range(0, 2_000_000, 2))  # a million, in order
print("one by one:", linear_search(numbers, 1_999_998))
print("by halves: ", binary_search(numbers, 1_999_998))
print("not there: ", binary_search(numbers, 1_999_999))
