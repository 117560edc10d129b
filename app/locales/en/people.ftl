# The people somebody has paid.

people-title = Everyone you have paid
people-search = Search for somebody
people-search-hint = A name, or what you call them
people-search-button = Search
people-everybody = Show everybody
people-more = Show all { $many } people
people-none = Nobody is on this list. Whoever you pay will be.
people-nobody = We found nobody like “{ $wanted }”.
people-found =
    { $count ->
        [one] We found one person like “{ $wanted }”.
       *[other] We found { $many } people like “{ $wanted }”.
    }
people-about = Account ending in { $end }. Last paid { $amount } on { $day }.
people-called = “{ $nickname }”
people-favourite = Favourite
people-again = Pay again
people-off-title = Taken off the list
people-off = { $name } was taken off the list. Your payments stay as they are.
people-put-back = Put back
people-new = Someone new

person-number = Account number
person-last = Last paid
person-last-on = { $amount } on { $day }
person-payment = See that payment
person-nickname = What do you call them?
person-nickname-hint = Only you see it. Leave it empty for none.
person-nickname-save = Save
person-saved-title = Saved
person-saved = We have kept what you call { $name }.
person-saved-none = You call { $name } by their own name.
person-list = Your list
person-favourite-about = Favourites come first.
person-favourite-add = Make a favourite
person-favourite-end = No longer a favourite
person-off-about = Paying them again puts them back on the list.
person-off = Take off the list
person-not-listed-title = Not on your list
person-not-listed = You took { $name } off the list. Your payments stay as they are.
