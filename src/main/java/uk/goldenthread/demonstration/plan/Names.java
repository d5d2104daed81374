package uk.goldenthread.demonstration.plan;

import java.util.List;
import java.util.stream.IntStream;

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
    private static final List<String> GIVEN = List.of(
            "Adaeze",
            "Aled",
            "Anjali",
            "Bolanle",
            "Bronwen",
            "Chidi",
            "Chloe",
            "Damilola",
            "Esra",
            "Farhan",
            "Fiona",
            "Hannah",
            "Ibrahim",
            "Ines",
            "Jerome",
            "Kamala",
            "Leila",
            "Magnus",
            "Nadia",
            "Oisin",
            "Petra",
            "Ravi",
            "Rosalind",
            "Samir",
            "Shreya",
            "Teresa",
            "Uzma",
            "Wendy",
            "Xanthe",
            "Zainab");

    private static final List<String> FAMILY = List.of(
            "Achterberg",
            "Ainsworth",
            "Balogun",
            "Bhattacharya",
            "Brightwell",
            "Castellane",
            "Dorrance",
            "Ebanks",
            "Fernandes",
            "Garside",
            "Haddadi",
            "Hollingbury",
            "Jankowska",
            "Kazmi",
            "Lovatt",
            "Mackintyre",
            "Mirza",
            "Nwosu",
            "Okonjo",
            "Pollard",
            "Quartey",
            "Rosenthal",
            "Sandhu",
            "Stavrou",
            "Tattersall",
            "Vaughan",
            "Wadsworth");

    /// Hundreds of invented people, each with a name of their own.
    static final List<String> PEOPLE = IntStream.range(0, GIVEN.size() * FAMILY.size())
            .mapToObj(each ->
                    GIVEN.get(each % GIVEN.size()) + " " + FAMILY.get((each * 7 + each / GIVEN.size()) % FAMILY.size()))
            .distinct()
            .toList();

    private Names() {}
}
