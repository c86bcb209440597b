/**
 * Queries of shoppers over the demo shop, by kind, each with what is right: one or more shelves (category paths), with
 * conditions on the product where they matter (`spec=value`, `name~word`, `price<=euros`), or `nothing`, because the
 * shop does not sell it.
 */
export const JUDGED: Record<string, string> = {
  heads: `
    laptop | electronics/laptops
    phone | electronics/phones
    headphones | electronics/audio/headphones
    t-shirt | clothing/tops/t-shirts
    shoes | clothing/shoes
    sneakers | clothing/shoes/sneakers
    coat | clothing/coats
    dress | clothing/dresses
    jeans | clothing/trousers name~jeans
    backpack | clothing/accessories/bags name~backpack
    sofa | home/furniture/seating name~sofa
    lamp | home/lighting
    coffee | groceries/coffee-tea name~coffee
    tea | groceries/coffee-tea name~tea
    milk | groceries/dairy name~milk
    bread | groceries/bakery
    apples | groceries/fruit name~apple
    cheese | groceries/dairy name~cheese
    soap | beauty/bath name~soap
    bicycle | vehicles/bicycles
    tent | sports/camping name~tent
    guitar | toys/music name~guitar
    puzzle | toys/games name~puzzle
    notebook | books/paper-pens name~notebook
    watch | electronics/watches`,
  tails: `
    halden laptop 16gb | electronics/laptops ram=16 GB
    noise cancelling headphones | electronics/audio/headphones noiseCancelling=true
    waterproof jacket | clothing/coats waterproof=true
    waterproof coat | clothing/coats waterproof=true
    raincoat | clothing/coats waterproof=true
    waterproof | clothing/coats waterproof=true, clothing/shoes waterproof=true, clothing/accessories/bags waterproof=true
    waterproof jacket M | clothing/coats waterproof=true size=M
    vegan chocolate | groceries/sweets vegan=true
    sourdough bread | groceries/bakery sourdough=true
    dimmable lamp | home/lighting dimmable=true
    organic apples | groceries/fruit name~apple organic=true
    leather boots | clothing/shoes/boots-sandals
    wool coat | clothing/coats fabric=Wool
    linen shirt | clothing/tops/shirts fabric=Linen
    folding scooter | vehicles/scooters
    mechanical keyboard | electronics/keyboards-mice name~keyboard
    wireless mouse | electronics/keyboards-mice name~mouse
    cast iron pan | home/kitchen/cookware material=Cast iron
    dark roast coffee | groceries/coffee-tea roast=Dark
    goat cheese | groceries/dairy animal=Goat
    science fiction | books/fiction genre=Science fiction
    cook book | books/non-fiction subject=Cooking
    two person tent | sports/camping name~tent
    alarm clock | home/clocks name~alarm
    fountain pen | books/paper-pens name~fountain
    electric scooter | vehicles/scooters
    oak bed | home/furniture/beds wood=Oak
    polarised sunglasses | clothing/accessories/sun-rain polarised=true
    camera with lens | electronics/cameras`,
  typos: `
    laptpo | electronics/laptops
    headfones | electronics/audio/headphones
    snekers | clothing/shoes/sneakers
    runing shoes | clothing/shoes/sneakers
    bycicle | vehicles/bicycles
    umbrela | clothing/accessories/sun-rain name~umbrella
    choclate | groceries/sweets name~chocolate
    guitarr | toys/music name~guitar
    sunglases | clothing/accessories/sun-rain name~sunglasses
    toothbrus | beauty/grooming name~toothbrush
    lap top | electronics/laptops
    back pack | clothing/accessories/bags name~backpack
    head phones | electronics/audio/headphones
    tooth brush | beauty/grooming name~toothbrush
    sun glasses | clothing/accessories/sun-rain name~sunglasses
    skate board | sports/boards-skates name~skateboard`,
  colours: `
    red sneakers | clothing/shoes/sneakers colour=Red
    black coat | clothing/coats
    blue jeans | clothing/trousers name~jeans
    green sofa | home/furniture/seating name~sofa
    grey laptop | electronics/laptops
    white phone | electronics/phones colour=White
    yellow umbrella | clothing/accessories/sun-rain name~umbrella
    navy coat | clothing/coats colour=Navy
    silver watch | electronics/watches colour=Silver
    pink t-shirt | clothing/tops/t-shirts colour=Pink
    dark blue coat | clothing/coats colour=Navy
    beige sofa | home/furniture/seating name~sofa`,
  sizes: `
    sneakers size 42 | clothing/shoes/sneakers shoeSize=EU 42
    t-shirt XL | clothing/tops/t-shirts size=XL
    size m dress | clothing/dresses size=M
    boots 38 | clothing/shoes/boots-sandals shoeSize=EU 38
    jeans w32 | clothing/trousers waist=W32
    27 inch desktop | electronics/desktops screen=27
    laptop 1 tb | electronics/laptops storage=1 TB
    small gloves | clothing/accessories/hats-scarves name~gloves`,
  prices: `
    red shoes under 80 | clothing/shoes colour=Red price<=80
    laptop under 1000 | electronics/laptops price<=1000
    cheap phone | electronics/phones
    headphones between 50 and 150 euro | electronics/audio/headphones price<=150
    coffee under 10 | groceries/coffee-tea name~coffee price<=10
    kids gift under 25 | toys price<=25, books/children price<=25
    gift under 20 | toys price<=20, books price<=20, beauty price<=20, home price<=20, groceries/sweets price<=20
    lamp max 60 euros | home/lighting price<=60`,
  uses: `
    men jacket | clothing/coats
    women's dress | clothing/dresses
    present for child | toys, books/children
    kids toys | toys
    toys for a 3 year old | toys
    something for the garden | home, toys/outdoors
    camping | sports/camping
    shoes for running | clothing/shoes/sneakers
    swimming | sports/water
    desk lamp | home/lighting
    gaming | electronics/gaming
    winter boots | clothing/shoes/boots-sandals
    wedding dress | clothing/dresses
    bike lock | vehicles/bike-parts name~lock
    picture book | books/children kind=Picture book
    birthday candles | home/lighting name~candle
    travel bag | clothing/accessories/bags
    beach ball | sports/balls`,
  kinds: `
    couch | home/furniture/seating name~sofa
    parka | clothing/coats
    trousers | clothing/trousers
    pants | clothing/trousers
    e-bike | vehicles/scooters drive=Electric, vehicles/bicycles
    decaf coffee | groceries/coffee-tea name~coffee
    espresso | groceries/coffee-tea name~coffee
    oat milk | groceries/dairy name~milk
    teddy bear | toys/plush name~bear
    novel | books/fiction
    eggplant | groceries/vegetables name~aubergine
    wellies | clothing/shoes/boots-sandals
    tv | electronics/gaming name~television
    mobile | electronics/phones
    earbuds | electronics/audio/headphones
    pullover | nothing
    trainers | clothing/shoes/sneakers
    pens | books/paper-pens name~pen
    cookies | groceries/bakery name~cookie
    flowers | home/plants`,
  negations: `
    chocolate without nuts | groceries/sweets name~chocolate allergens!Nuts
    sneakers not red | clothing/shoes/sneakers colour!Red
    bread no nuts | groceries/bakery allergens!Nuts
    gluten free bread | nothing
    lotion without perfume | beauty/skin-care name~lotion perfumeFree=true
    soap without palm oil | beauty/bath name~soap palmOilFree=true
    nut free chocolate | groceries/sweets name~chocolate allergens!Nuts
    dairy free chocolate | groceries/sweets name~chocolate allergens!Milk
    Schokolade ohne Nüsse | groceries/sweets name~chocolate allergens!Nuts
    sugar free | nothing
    sugar free chocolate | groceries/sweets name~chocolate
    laptop without touch screen | electronics/laptops touch=false
    laptop no touchscreen | electronics/laptops touch=false
    headphones without noise cancelling | electronics/audio/headphones noiseCancelling=false
    dress without sleeves | clothing/dresses sleeves=None
    shoes but not red | clothing/shoes colour!Red
    bread without gluten | nothing`,
  people: `
    4 person tent | sports/camping persons=4
    tent for two | sports/camping persons=2
    3 seater sofa | home/furniture/seating name~sofa seats=3
    2 player game | toys/games players=2`,
  head: `
    knife set | home/kitchen/cookware name~knife
    bagpack for laptop | clothing/accessories/bags name~backpack, clothing/accessories/bags name~briefcase
    laptop sale | electronics/laptops
    best rated headphones | electronics/audio/headphones
    touchscreen laptop | electronics/laptops touch=true
    laptop 16 gb ram 1tb ssd | electronics/laptops ram=16 GB storage=1 TB
    biscuits | groceries/bakery name~cookie
    gift for my mum | groceries/sweets, home, beauty, books, toys
    lapt | electronics/laptops`,
  languages: `
    Rucksack | clothing/accessories/bags name~backpack
    Handy | electronics/phones
    Fahrrad | vehicles/bicycles
    Schuhe | clothing/shoes
    Käse | groceries/dairy name~cheese
    café | groceries/coffee-tea
    vélo | vehicles/bicycles`,
  codes: `
    size 42 | clothing/shoes shoeSize=EU 42, sports shoeSize=EU 42
    under 20 | groceries price<=20, home price<=20, toys price<=20, books price<=20, beauty price<=20, clothing price<=20, sports price<=20, vehicles price<=20, electronics price<=20
    new laptops | electronics/laptops
    deals | electronics, clothing, home, groceries, books, beauty, sports, toys, vehicles`,
  notSold: `
    fridge | nothing
    refrigerator | nothing
    washing machine | nothing
    lawn mower | nothing
    iphone | nothing
    drone | nothing
    mattress topper | nothing
    swimming pool | nothing
    dog food | nothing
    cat litter | nothing
    diapers | nothing
    printer ink | nothing
    wardrobe | nothing
    wine | nothing
    pizza | nothing
    vacuum cleaner | nothing
    perfume | nothing
    necklace | nothing
    tyres | nothing
    playstation | nothing
    garden hose | nothing
    gift card | nothing
    sun cream | nothing
    hoodie | nothing
    return policy | nothing
    boots size 30 | nothing
    t shirt XXXL | nothing
    zzzzqq | nothing`,
}
