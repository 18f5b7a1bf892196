using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Data.Import;
using Classroom.Training.Export;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests.Export;

/// <summary>Networks of every kind, trained for a moment and taken home: one Python process loads and asks them all.</summary>
public sealed class ExportedNetworks : IAsyncLifetime
{
    private const int Steps = 12;

    // Debian's own, which python3-torch belongs to; another one may come first on the path.
    private const string Python = "/usr/bin/python3";

    // Prints for each folder what its model.py makes of the inputs there.
    private const string Driver = """
        import contextlib, importlib.util, io, json, sys
        from pathlib import Path
        import torch

        def run_main(model, *arguments):
            sys.argv = ["model.py", *arguments]
            printed = io.StringIO()
            try:
                with contextlib.redirect_stdout(printed):
                    model.main()
            except SystemExit as end:
                return printed.getvalue() + "EXIT " + str(end)
            return printed.getvalue()

        answers = {}
        for folder in sorted(Path(sys.argv[1]).iterdir()):
            if not folder.is_dir():
                continue
            spec = importlib.util.spec_from_file_location("model", folder / "model.py")
            model = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(model)
            inputs = json.loads((folder / "inputs.json").read_text(encoding="utf-8"))
            network = model.load()
            with torch.no_grad():
                if isinstance(inputs[0], str):
                    logits = [network(model.prepare(text))[0][0, -1].tolist() for text in inputs]
                    predicted = [model.predict(text, network, length=20) for text in inputs]
                    file = inputs[0]
                else:
                    logits = network(model.prepare(inputs)).tolist()
                    predicted = model.predict(inputs)
                    file = str(folder / "inputs.csv")
                    Path(file).write_text("".join(getattr(model, "SEPARATOR", ",").join(map(str, row)) + "\n" for row in inputs), encoding=getattr(model, "ENCODING", "utf-8"))
            table = str(folder / "table.csv")
            if Path(table).exists():
                with torch.no_grad():
                    from_table = network(model.prepare(model.read_numbers(table))).tolist()
            else:
                from_table = []
            answers[folder.name] = {
                "table": from_table,
                "logits": logits,
                "predicted": predicted,
                "shown": run_main(model),
                "printed": run_main(model, file),
                "fault": run_main(model, str(folder / "model.safetensors")),
            }
        print(json.dumps(answers))
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("exported-networks").FullName;
    private JsonElement answers;

    /// <summary>Names that would break out of a string, a comment or a docstring, on the way into Python.</summary>
    internal static IReadOnlyList<string> Nasty { get; } =
    [
        "\"\"\"); raise SystemExit(\"out of the docstring\") #",
        "'''\nraise SystemExit('a new line')\n'''\\",
        "\\", "{TITLE}", "\r\u2028\u0085\0\t", "\u202Eright to left", "Äpfel und 梨 🍐", "",
    ];

    /// <summary>Every network that is exported, by name.</summary>
    internal static IReadOnlyDictionary<string, (ModelConfig Model, DataSet Data)> All { get; } =
        new Dictionary<string, (ModelConfig, DataSet)>
        {
            ["cnn max"] = (new CnnConfig { Conv = [8, 16], Dense = [64] }, Examples.FewDigits),
            ["cnn avg"] = (new CnnConfig
            {
                Conv = [4, 8],
                Pool = Pooling.Average,
                Activation = Activation.Tanh,
                Dense = [16, 12]
            }, Examples.FewDigits),
            ["cnn stride"] = (new CnnConfig { Conv = [4, 6, 8], Kernel = 5, Pool = Pooling.Stride, Dense = [20] }, Examples.FewDigits),
            ["cnn none"] = (new CnnConfig
            {
                Conv = [3],
                Kernel = 1,
                Pool = Pooling.None,
                Activation = Activation.Sigmoid,
                Dropout = 0.3
            }, Examples.FewDigits),
            ["mlp without a hidden layer"] = (new MlpConfig(), Examples.Ring),
            ["mlp of points"] = (new MlpConfig { Hidden = [8, 8], Activation = Activation.Tanh, Dropout = 0.2 }, Measured),
            ["mlp of pictures"] = (new MlpConfig { Hidden = [12], Activation = Activation.Linear }, Examples.FewDigits),
            ["mlp with residual layers"] = (new MlpConfig { Hidden = [8, 8, 8], Residual = true }, Examples.Ring),
            ["rnn of text"] = (new RnnConfig { Cell = Cell.Rnn, Hidden = 12 }, Examples.Sentences),
            ["lstm of text"] = (new RnnConfig { Cell = Cell.Lstm, Hidden = 12, Layers = 2 }, Examples.Sentences),
            ["gru of text"] = (new RnnConfig { Cell = Cell.Gru, Hidden = 24 }, Examples.Sentences),
            ["rnn of sequences"] = (new RnnConfig { Cell = Cell.Rnn, Hidden = 8, Layers = 2 }, Examples.Rises),
            ["lstm of sequences"] = (new RnnConfig { Cell = Cell.Lstm, Hidden = 8 }, Examples.Rises),
            ["gru that predicts"] = (new RnnConfig { Cell = Cell.Gru, Hidden = 8 }, Examples.Sums),
            ["mlp of a table"] = (new MlpConfig { Hidden = [6] }, Import(Table)),
            ["mlp of a table of pixels"] = (new MlpConfig { Hidden = [6] }, Import(Pixels)),
            ["mlp of a table of pixels lying on their side"] =
                (new MlpConfig { Hidden = [6] }, Import(Pixels, new() { Orientation = PictureOrientation.Transposed })),
            ["autoencoder"] = (new AutoencoderConfig { Hidden = [32, 8], Code = 2 }, Examples.FewDigits),
            ["autoencoder without hidden layers"] = (new AutoencoderConfig { Code = 6, Activation = Activation.Tanh }, Examples.FewDigits),
        };

    // Measured in other units than the network learns in, under names from a hostile file.
    private static DataSet Measured => Examples.Ring with
    {
        Title = Nasty[0],
        Classes = Nasty,
        Columns = [new(Nasty[0], 3.25f, 2.5f), new(Nasty[1], -1e-3f, 1e3f)],
    };

    /// <summary>
    /// A table as it comes out of a spreadsheet in some countries, with names that are spelled in an odd way, of large
    /// numbers that differ little.
    /// </summary>
    internal static byte[] Table =>
        [
            .. Encoding.Unicode.Preamble,
            .. Encoding.Unicode.GetBytes("gro\u0308ße;zeit\u200b;label\r\n"
                + string.Concat(Enumerable.Range(0, 40)
                    .Select(i => $"{i % 7},5;{1_700_000_000 + (40 * (i % 2))};{(i % 2 == 0 ? "früh" : "spät")}\r\n")))
        ];

    /// <summary>A table without names of small pictures whose white is 16, the labels first.</summary>
    internal static byte[] Pixels =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20)
            .Select(i =>
                $"{(i % 2 == 0 ? "left" : "right")},{string.Join(',', Enumerable.Range(0, 64).Select(place => place % 8 / 4 == i % 2 ? 16 : i % 5))}\n")));

    /// <summary>What Python says of a network: logits, predicted, shown, printed, fault.</summary>
    internal JsonElement this[string network] => answers.GetProperty(network);

    /// <summary>What we say of it, for the same inputs.</summary>
    internal Dictionary<string, float[][]> Logits { get; } = [];

    /// <summary>The text of its model.py.</summary>
    internal string ModelPyOf(string network) => File.ReadAllText(Path.Combine(folder, network, "model.py"));

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, (model, data)) in All)
        {
            Export(name, model, data);
        }

        var driver = Path.Combine(folder, "driver.py");
        await File.WriteAllTextAsync(driver, Driver);
        var start = new ProcessStartInfo(
            Python, [driver, folder])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var python = Process.Start(start)!;
        var (output, errors) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync();
        Assert.True(python.ExitCode == 0, $"{Python} with Debian's python3-torch failed: {await errors}");
        answers = JsonDocument.Parse(await output).RootElement;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Export(string name, ModelConfig model, DataSet data)
    {
        var config = Examples.Config(model);
        using var run = new TrainingRun(config with { Loss = Examples.OnlyLoss(model, data) ?? config.Loss }, data);
        var sink = new RecordingSink();
        while (run.Step < Steps && !run.Finished)
        {
            run.Advance(sink);
        }

        var bytes = run.Weights().ToSafetensors();
        var weights = NetworkWeights.FromSafetensors(bytes);
        var place = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllBytes(Path.Combine(place, "model.safetensors"), bytes);
        File.WriteAllText(Path.Combine(place, "model.py"), ModelPy.Write(weights));
        using var predictor = Predictor.Load(weights);
        if (data.Kind == DataSetKind.Text)
        {
            string[] texts = ["the dog ", "a", "the sun\nthe"];
            Logits[name] = [.. texts.Select(predictor.PredictNext)];
            File.WriteAllText(Path.Combine(place, "inputs.json"), JsonSerializer.Serialize(texts));
            return;
        }

        if (data.Reading is not null)
        {
            File.WriteAllBytes(Path.Combine(place, "table.csv"), data.Kind == DataSetKind.Image ? Pixels : Table);
        }

        var inputs = Enumerable.Range(0, 8).Select(i => Inputs(data, i)).ToArray();
        Logits[name] = [.. inputs.Select(input => predictor.Predict(input))];
        File.WriteAllText(Path.Combine(place, "inputs.json"), JsonSerializer.Serialize(inputs), new UTF8Encoding(false));
    }

    private static DataSet Import(byte[] table, ImportChoices? choices = null)
    {
        using var result = DataSetImport.Read(
            [("table.csv", new MemoryStream(table))], new() { Title = "Table", Choices = choices ?? new() });
        return result.DataSet!.Load();
    }

    // As people have them, not as the network learns from them.
    private static double[] Inputs(DataSet data, int example)
    {
        var size = data.Shape.Aggregate((product, side) => product * side);
        return data.Kind == DataSetKind.Image
            ? [.. data.Values.Slice(example * size, size).ToArray().Select(pixel => (double)pixel)]
            : [.. data.Numbers.Slice(example * size, size)
                .ToArray()
                .Select(
                    (number, i) => data.Columns.Count == 0 ? (double)number : (number * data.Columns[i].Deviation) + data.Columns[i].Mean)];
    }
}
