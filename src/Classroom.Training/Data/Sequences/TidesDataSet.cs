using Classroom.Training.Settings;

namespace Classroom.Training.Data.Sequences;

/// <summary>Water levels of invented harbors, made as real ones are: by the moon, the sun and the weather.</summary>
internal sealed class TidesDataSet() : NumberDataSet(
    seed: 22,
    new()
    {
        Id = "tides",
        Title = "High and low tide",
        Description = "The water level of a harbor, hour by hour for two days, in meters. The moon and the sun move it, and so does the "
            + "wind. How high will it be six hours later?",
        Kind = DataSetKind.Sequence,
        Train = 1_000,
        Validation = 500,
        Shape = [Hours, 1],
        Classes = [],
        Columns = [new("meters", 0, 1)],
    },
    CommonOptions.Number("noise", 0, 1, 0.1, "How far wind and weather push the water up or down (standard deviation, in meters)."))
{
    private const int Hours = 48;
    private const int Ahead = 6;

    // What wind has piled up goes down to 1/e in twelve hours.
    private static readonly double Persistence = Math.Exp(-1 / 12.0);

    // The five largest constituents: period in hours (Doodson, 1921) and the height of a middling harbor in meters.
    private static readonly (double Period, double Amplitude)[] Constituents =
    [
        (12.4206012, 1.0), // M2, the moon
        (12.0, 0.35), // S2, the sun
        (12.65834751, 0.2), // N2, the moon's distance
        (23.93447213, 0.15), // K1, moon and sun north and south of the equator
        (25.81933871, 0.1), // O1, the moon north and south of the equator
    ];

    protected override double Draw(int label, DataConfig options, Random random, Span<float> numbers)
    {
        var noise = Or(options.Noise, "noise");
        var harbour = random.Between(0.5, 1.5);
        var phases = Constituents.Select(_ => random.Between(0, 2 * Math.PI)).ToArray();
        var weather = random.NextGaussian();
        var level = 0.0;
        for (var hour = 0; hour < Hours + Ahead; hour++)
        {
            level = noise * weather;
            for (var i = 0; i < Constituents.Length; i++)
            {
                level += harbour * Constituents[i].Amplitude * Math.Cos((2 * Math.PI * hour / Constituents[i].Period) + phases[i]);
            }

            if (hour < Hours)
            {
                numbers[hour] = (float)level;
            }

            weather = (Persistence * weather) + (Math.Sqrt(1 - (Persistence * Persistence)) * random.NextGaussian());
        }

        return level;
    }
}
