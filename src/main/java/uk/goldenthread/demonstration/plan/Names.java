package uk.goldenthread.demonstration.plan;

import java.util.List;

/// Invented places and people. No place of these names is known to us; a test compares every organisation made of them
/// with the national registers.
final class Names {
    static final List<String> PLACES = List.of(
            "Harrowmere",
            "Brackenfold",
            "Eskmoor",
            "Larkholme",
            "Coldmere",
            "Tarnfold",
            "Aldermoss",
            "Wetherfold",
            "Thornmere",
            "Ravensyke",
            "Hollowmoor",
            "Kestrelby",
            "Oxenfold",
            "Millsyke",
            "Fernmere",
            "Birchmoss",
            "Cragmere",
            "Dunfold",
            "Elmsyke",
            "Foxmere",
            "Gorsefold",
            "Heronby",
            "Ivesmoor",
            "Junipergate",
            "Kelderby",
            "Lintmoor",
            "Mosswick",
            "Owlsyke",
            "Pennymoor",
            "Quarrymere",
            "Rushfold",
            "Sallowby",
            "Teaselgate",
            "Umberfold",
            "Vennmoor",
            "Whinfold",
            "Yarrowby",
            "Amberfold");

    /// What a practice calls itself after its place. Three of each place make the practices.
    static final List<String> PRACTICES = List.of("Surgery", "Medical Centre", "Family Practice");

    /// Of varied origin, as in any English county.
    static final List<String> PEOPLE = List.of(
            "Adaeze Nwosu",
            "Bethan Pryce",
            "Chidi Balogun",
            "Danuta Zielinska",
            "Eleanor Fairweather",
            "Farida Rahimi",
            "Gurpreet Dhaliwal",
            "Hannah Okonjo",
            "Imran Chaudhry",
            "Joanna Sutcliffe",
            "Kwabena Osei-Tutu",
            "Leila Haddadi",
            "Mei-Ling Tsang",
            "Niamh Gallagher",
            "Olusegun Adeyinka",
            "Parveen Sabir",
            "Rhys Llewellyn-Hale",
            "Sunita Raval",
            "Tomasz Wilk",
            "Uzma Kazmi",
            "Victoria Ashdown",
            "Wendy Achterberg",
            "Xanthe Pollard",
            "Yusuf Demirel",
            "Zainab Mirza",
            "Alasdair Munro-Keith",
            "Beatriz Carvalho",
            "Catriona Leask",
            "Dilys Angharad Vaughan",
            "Emeka Uzor");

    private Names() {}
}
