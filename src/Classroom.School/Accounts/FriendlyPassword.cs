using System.Security.Cryptography;

namespace Classroom.School.Accounts;

/// <summary>Passwords a ten-year-old can copy from a slip of paper: two words and a number, some four million of them.</summary>
internal static class FriendlyPassword
{
    private static readonly string[] Looks =
    [
        "amber", "brave", "bright", "calm", "cheerful", "clever", "cosy", "curious", "daring", "eager", "early", "fancy", "fluffy",
        "frosty", "gentle", "giant", "glad", "golden", "grand", "green", "happy", "honest", "humble", "jolly", "kind", "lively",
        "lucky", "mellow", "merry", "mighty", "misty", "modest", "nimble", "noble", "orange", "patient", "playful", "polite",
        "proud", "purple", "quick", "quiet", "rapid", "ready", "rosy", "royal", "shiny", "silent", "silver", "smart", "smooth",
        "snowy", "speedy", "spotted", "starry", "steady", "striped", "sunny", "swift", "tidy", "tiny", "velvet", "warm", "witty",
    ];

    private static readonly string[] Animals =
    [
        "badger", "bear", "beaver", "bison", "camel", "cheetah", "cobra", "coyote", "crane", "cricket", "dolphin", "donkey", "dragon",
        "eagle", "falcon", "ferret", "finch", "gazelle", "gecko", "giraffe", "hamster", "hawk", "hedgehog", "heron", "iguana",
        "jaguar", "kestrel", "kitten", "koala", "lemur", "leopard", "lizard", "llama", "lobster", "lynx", "magpie", "marmot",
        "meerkat", "moose", "narwhal", "octopus", "ostrich", "otter", "panda", "panther", "parrot", "pelican", "penguin", "pony",
        "puffin", "rabbit", "raccoon", "raven", "robin", "salmon", "seal", "sparrow", "squirrel", "swan", "tiger", "toucan",
        "turtle", "walrus", "zebra",
    ];

    public static string New() =>
        $"{RandomNumberGenerator.GetItems<string>(Looks, 1)[0]}-{RandomNumberGenerator.GetItems<string>(Animals, 1)[0]}-{RandomNumberGenerator.GetInt32(10, 1000)}";
}
