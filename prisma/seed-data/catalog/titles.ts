const titles = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())

/** Titles of fictional books. */
export const TITLES = {
  novels: titles(`
    The Ferryman’s Second Daughter
    A House with Four Clocks
    What the Gardener Kept
    The Year of Small Repairs
    Letters to a Lighthouse
    The Borrowed Coat
    Nobody’s Orchard
    An Afternoon in Lübeck
    The Silence of Umbrellas
    Salt on the Stairs
    The Translator’s Winter
    Everyone Was Kind
    The Slow Express
    A Room for the Piano
    Before the Ice Went Out
    The Other Bakery
    My Brother the Weather
    The Museum of Lost Gloves
    A Very Ordinary Tuesday
    The Last Guest at Hotel Anker`),
  crime: titles(`
    The Drowned Key
    Murder at Half Past Soup
    A Fingerprint in Flour
    The Harbour Keeps Its Own
    Death of a Beekeeper
    Quast Takes the Stairs
    The Wrong Suitcase
    Eleven Minutes of Fog
    The Man Who Returned Everything
    Cold Coffee for Inspector Quast
    The Widow’s Inventory
    A Lock Without a Door
    The Verdict of Pigeons
    Somebody Left the Light On`),
  scienceFiction: titles(`
    The Understudy of Mars
    Nine Hours to Neptune
    The Republic of Machines That Rest
    A Kettle in Orbit
    The Long Way to Lagrange
    Tomorrow’s Caretaker
    The Moon Has Paid Its Rent
    Postcards from the Hull
    A Brief Manual for the Last City
    Gravity on Weekdays`),
  stories: titles(`
    Eleven Doors
    Small Hours, Large Rooms
    Stories for the Night Bus
    The Waiting Room and Other Journeys
    Soup, and What Came After
    The Names of Boats
    Short Notice
    People on Balconies
    Things That Float
    Left Luggage`),
  nature: titles(`
    The Hedge: A Biography
    Listening to Moss
    Owls, Mostly
    Twelve Months in a Pond
    The Patience of Trees
    A Field Guide to Puddles
    Bees on the Roof
    How Rivers Change Their Minds
    The Quiet Life of Snails
    Weather for Beginners`),
  history: titles(`
    A Short History of Buttons
    The Spoon, the Knife and the War
    Salt Roads
    When Clocks Disagreed
    The Women Who Measured Europe
    Coffeehouse: A Century of Talk
    Bridges and Those Who Built Them
    The Drawer: A History of Keeping
    Postmen of the Empire
    Bread and Its Riots`),
  technology: titles(`
    Things with Hinges
    Why Bicycles Stay Up
    The Screw: A Love Story
    Radio for Patient People
    How Lifts Decide
    The Repair Book
    Machines of Ink and Lead
    Concrete, Explained Softly
    The Secret Life of Switches
    A Thousand Valves`),
  cooking: titles(`
    One Pot, Any Tuesday
    The Lemon Book
    Bread for People with Jobs
    Soup Is a Plan
    What to Do with Cabbage
    Dinner for Four, or Two Twice
    The Butter Almanac
    Beans: A Defence
    Cakes for Quiet Sundays
    The Good Leftover
    Pasta by Feel
    Pickle Everything
    Eggs, Seventy Ways
    The Honest Potato`),
  children: titles(`
    The Bear Who Counted Backwards
    Otter Has a Cold
    The Moon Forgot Its Hat
    Frieda and the Very Loud Drum
    Who Ate the Map?
    The Snail Express
    A Lion in the Lift
    Hedgehog’s First Umbrella
    The Train That Liked Rain
    Emil Builds a Rocket
    Goodnight, Traffic Lights
    The Penguin Next Door
    Seven Socks and a Ghost
    The Whale in the Bathtub
    Greta Finds North
    A Pocket for the Wind
    The Robot Who Was Shy
    Too Many Pancakes
    The Turtle’s Timetable
    Where Do Kites Go?
    The Fox Who Returned Library Books
    Anton and the Upside-Down Tree
    The Smallest Elephant in Bremen
    One Cloud Too Many
    The Giraffe and the Low Bridge
    Paula Paints the Sea`),
} as const satisfies Record<string, readonly string[]>
