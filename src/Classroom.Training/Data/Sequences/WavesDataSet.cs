using Classroom.Training.Settings;

namespace Classroom.Training.Data.Sequences;

/// <summary>Waves whose form is to be told, however fast, strong and late they are.</summary>
internal sealed class WavesDataSet() : NumberDataSet(
    seed: 21,
    new()
    {
        Id = "waves",
        Title = "Waves and their forms",
        Description =
            "Noisy waves of four forms: sine, square, triangle and sawtooth. Each has its own speed, strength and start; which form is it?",
        Kind = DataSetKind.Sequence,
        Train = 1_000,
        Validation = 500,
        Shape = [Places, 1],
        Classes = ["sine", "square", "triangle", "sawtooth"],
        Columns = [new("height", 0, 1)],
    },
    CommonOptions.Number("noise", 0, 1, 0.1, "How far each height is off (standard deviation); the waves are about 2 high."))
{
    private const int Places = 48;

    protected override double Draw(int label, DataConfig options, Random random, Span<float> numbers)
    {
        var noise = Or(options.Noise, "noise");
        var start = random.NextDouble();
        var cycles = random.Between(1.5, 4);
        var amplitude = random.Between(0.6, 1.2);
        for (var place = 0; place < numbers.Length; place++)
        {
            var turn = start + (cycles * place / Places);
            numbers[place] = (float)((amplitude * Height(label, turn - Math.Floor(turn))) + (noise * random.NextGaussian()));
        }

        return 0;
    }

    // From −1 to 1 over one turn, 0 to 1.
    private static double Height(int form, double turn) => form switch
    {
        0 => Math.Sin(2 * Math.PI * turn),
        1 => turn < 0.5 ? 1 : -1,
        2 => 1 - (4 * Math.Abs(turn - 0.5)),
        _ => (2 * turn) - 1,
    };
}
