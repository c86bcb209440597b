// Words for model names: short, easy to pronounce, and not known as names of other products.
const words = (text: string) => text.trim().split(/\s+/)

export const TECH_WORDS = words(`
  Orrery Vector Parallax Lumen Meridian Axiom Cobalt Delta Ember Fermat Gamut Helix Ion Kepler Lattice Mantis Nimbus
  Octant Pivot Quarto Relay Sextant Tangent Umbra Vernier Zenith Abacus Beacon Cipher Datum Echo Facet Glyph Hinge Index
  Junction Kernel Ledger Median Notch Optic Prism Quill Radian Signal Tensor Unit Valve Widget Yoke`)

export const CLOTHES_WORDS = words(`
  Harbour Quay Heath Orchard Ferry Mill Lock Meadow Dune Jetty Hawthorn Alder Birch Cedar Lowland Weir Towpath Gravel
  Thicket Hollow Copse Brook Fallow Haven Islet Kettle Larch Moor Northgate Osprey Plover Rowan Sorrel Tarn Vale Willow
  Wharf Yarrow Bramble Clover Elder Finch Gorse Hazel Juniper Linden Marsh Nettle Teasel Wren`)

export const HOME_WORDS = words(`
  Sill Pantile Lintel Hearth Alcove Mantel Scullery Pantry Porch Rafter Trestle Eaves Attic Cellar Veranda Loggia Parlour
  Studio Nook Landing Dormer Cornice Corbel Plinth Quarry Cistern Slate Ochre Umbria Linnet Magpie Robin Sparrow Swift Dove
  Calder Albers Weimar Dessau Ulm Aalto Malmö Aarhus Turku Bergen Visby Odense Lund Siena Lucca Parma`)

export const SPORT_WORDS = words(`
  Slope Ridge Tor Scree Summit Gully Col Pass Traverse Ledge Moraine Glacier Torrent Rapid Eddy Reef Shoal Swell Gale
  Squall Breeze Monsoon Solstice Rally Volley Sprint Relay Pace Stride Vault Apex Pivot Rebound Libero Keeper Sweeper
  Falcon Kestrel Heron Marten Lynx Ibex Chamois Elk Puffin Gannet Petrel Tern Orca Marlin`)

export const TOY_WORDS = words(`
  Tuppence Toggle Bramble Pepper Nutmeg Waffle Biscuit Pickle Marble Tumble Jolly Rumpus Wobble Fiddle Doodle Noodle Puddle
  Bumble Clementine Otto Frieda Emil Matilda Anton Ida Oskar Lotte Bruno Greta Hugo Paula Konrad Trude Willi Elsa Max
  Moritz Pixel Comet Domino Tango Polka Mambo Samba Foxtrot`)

export const ROAD_WORDS = words(`
  Polder Canal Dyke Arnhem Utrecht Münster Bremen Ghent Basel Freiburg Tour Commute Errand Parcel Courier Postman
  Boulevard Avenue Cobble Kerb Isthmus Roundabout Ferry Lane Alley Mews Causeway Milestone Tandem Cadence Derailleur
  Sprocket Axle Hub Camber Chicane Hairpin Pitstop Garage Marshal Rally Convoy Depot Transit Orbital Bypass Viaduct
  Underpass Crossing`)

export const CARE_WORDS = words(`
  Calendula Chamomile Lavender Rosehip Oat Nettle Sage Thyme Melissa Verbena Neroli Vetiver Cedar Fig Almond Apricot
  Quince Rhubarb Birch Juniper Seaweed Salt Chalk Clay Linen Cotton Cloud Dew Frost Rain Tide Dawn Noon Dusk Sunday
  Monday Arnica Mallow Plum Elderflower`)
