using Classroom.Training.Data;
using Classroom.Training.Models;

namespace Classroom.Training.Export;

/// <summary>The part of a model.py that prepares what goes in, predicts, and shows what comes out.</summary>
/// <param name="Data">The data set.</param>
/// <param name="Examples">How to call the file, indented by four.</param>
/// <param name="Imports">Modules beside those that every model.py needs.</param>
/// <param name="Constants">Values at the top of the file, each under a comment. Comments hold nothing from outside.</param>
/// <param name="Code">Functions, <c>predict</c> among them.</param>
/// <param name="Main">Predicts for the file that was given and prints, indented by eight.</param>
internal sealed record PythonUse(
    DataSetInfo Data,
    string Examples,
    IReadOnlyList<string> Imports,
    IReadOnlyList<(string Comment, string Value)> Constants,
    string Code,
    string Main)
{
    private const string NumbersExample = """
            python3 model.py examples.csv    predicts for each row of numbers (a JSON list of lists will do too)
        """;

    public static PythonUse Classifying(DataSetInfo data) => new(
        data,
        NumbersExample,
        ["import csv"],
        [
            ("What can come out, in the order of the network's scores.", PythonText.List(
                "CLASSES", data.Classes.Select(PythonText.Literal))),
            .. Scales(data)
        ],
        Numbers(data) + """"



            def predict(inputs, network=None):
                """For each example its classes with their probabilities, the likeliest first."""
                network = load() if network is None else network
                with torch.no_grad():
                    probabilities = network(prepare(inputs)).softmax(1)
                return [sorted(zip(CLASSES, row), key=lambda pair: -pair[1]) for row in probabilities.tolist()]
            """",
        """
                for answer in predict(read_numbers(sys.argv[1]), network):
                    print(", ".join(f"{name!r} {probability:.1%}" for name, probability in answer[:3]))
        """);

    public static PythonUse Regressing(DataSetInfo data) => new(
        data,
        NumbersExample,
        ["import csv"],
        Scales(data),
        Numbers(data) + """"



            def predict(inputs, network=None):
                """The number that the network predicts for each example."""
                network = load() if network is None else network
                with torch.no_grad():
                    return network(prepare(inputs)).flatten().tolist()
            """",
        """
                for number in predict(read_numbers(sys.argv[1]), network):
                    print(f"{number:.4g}")
        """);

    public static PythonUse Copying(DataSetInfo data) => new(
        data,
        """
            python3 model.py examples.csv    shows the code and the copy of each row of pixels (a JSON list of lists will do too)
        """,
        ["import csv"],
        PythonTable.Constants(data),
        Numbers(data) + $""""



            def encode(inputs, network=None):
                """The code of each picture: the few numbers that it is drawn again from."""
                network = load() if network is None else network
                with torch.no_grad():
                    return network.encode(prepare(inputs)).tolist()


            def predict(inputs, network=None):
                """The copy of each picture: {data.Shape[0]} rows of {data.Shape[1]} pixels, from 0 (black) to 255 (white)."""
                network = load() if network is None else network
                with torch.no_grad():
                    return (network(prepare(inputs)) * 255).reshape(-1, {data.Shape[0]}, {data.Shape[1]}).tolist()
            """",
        """
                inputs = read_numbers(sys.argv[1])
                for code, copy in zip(encode(inputs, network), predict(inputs, network)):
                    print("code:", ", ".join(f"{number:.3g}" for number in code))
                    for row in copy:
                        print("".join(" .:-=+*#%@"[min(9, int(pixel / 25.6))] for pixel in row))
        """);

    public static PythonUse Writing(DataSetInfo data) => new(
        data,
        """
            python3 model.py "The "          writes on from there; the name of a text file will do too
        """,
        ["import os"],
        [("The characters that the network knows; it sees each as its place in this list.", PythonText.List(
            "VOCABULARY", data.Classes.Select(PythonText.Literal)))],
        """"
        def prepare(text):
            """(1, characters): the place of each character in the vocabulary."""
            places = {character: place for place, character in enumerate(VOCABULARY)}
            known = [character if character in places else character.lower() for character in text]
            unknown = sorted({character for character in known if character not in places})
            if unknown or not known:
                raise ValueError(f"Give a text of characters that the network has learned. It does not know: {unknown}")
            return torch.tensor([[places[character] for character in known]])


        def predict(inputs, network=None, length=200, temperature=0.8):
            """The text with so many characters that the network writes after it. A low temperature makes it careful, a high one bold."""
            network = load() if network is None else network
            written, x, state = inputs, prepare(inputs), None
            with torch.no_grad():
                for _ in range(length):
                    scores, state = network(x, state)
                    probabilities = (scores[0, -1] / temperature).softmax(0)  # (vocabulary)
                    x = probabilities.multinomial(1).reshape(1, 1)
                    written += VOCABULARY[x.item()]
            return written
        """",
        """
                given = sys.argv[1]
                print(predict(Path(given).read_text(encoding="utf-8-sig") if os.path.isfile(given) else given, network))
        """);

    // What a row of numbers is, and how the network takes it.
    private static string Numbers(DataSetInfo data)
    {
        var numbers = data.Shape.Aggregate((product, side) => product * side);
        var batch = $"x.reshape{PythonShapes.Batch(data).Replace("batch", "-1", StringComparison.Ordinal)}";
        var (row, scaled) = data.Kind == DataSetKind.Image
            ? ($"{numbers} pixels, row after row, from 0 (black) to 255 (white)", $"{batch}.float() / 255")
            : IsScaled(data)
                ? (
                    $"{numbers} numbers as they were measured",
                    $"(({batch} - torch.tensor(MEANS, dtype=torch.float64)) / torch.tensor(DEVIATIONS, dtype=torch.float64)).float()")
            : ($"{numbers} numbers", $"{batch}.float()");
        return $""""
            {PythonTable.ReadNumbers(data)}


            def prepare(inputs):
                """{PythonShapes.Batch(data)} from one example or a list of them; each is {row}."""
                x = torch.tensor(inputs, dtype=torch.float64)
                if x.numel() == 0 or x.numel() % {numbers} != 0:
                    raise ValueError(f"One example is {row}; {"{x.numel()}"} numbers are no whole examples.")
                return {scaled}
            """";
    }

    private static bool IsScaled(DataSetInfo data) => data.Columns.Any(column => column is not { Mean: 0, Deviation: 1 });

    private static IReadOnlyList<(string Comment, string Value)> Scales(DataSetInfo data)
    {
        var names = ("What the numbers are.", PythonText.List("COLUMNS", data.Columns.Select(column => PythonText.Literal(column.Name))));
        return
        [
            .. data.Columns.Count == 0 ? [] : new[] { names },
            .. IsScaled(data)
                ? new[]
                {
                    ("Each number less the mean of its column, then divided by the standard deviation, is what the network learned from.",
                        PythonText.List("MEANS", data.Columns.Select(column => PythonText.Literal(column.Mean)))
                        + "\n" + PythonText.List("DEVIATIONS", data.Columns.Select(column => PythonText.Literal(column.Deviation)))),
                }
                : [],
            .. PythonTable.Constants(data),
        ];
    }
}
