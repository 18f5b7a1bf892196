namespace Classroom.EndToEnd;

/// <summary>What the walks train: small, so that they end soon, or long, so that they can be watched and stopped.</summary>
public static class Configs
{
    /// <summary>125 steps an epoch; well above a hundred steps a second on one core.</summary>
    public static object Tiny(int epochs) => new
    {
        dataset = "digits",
        model = new
        {
            kind = "cnn",
            conv = new[] { 4 },
            kernel = 3,
            pool = "max",
            dense = Array.Empty<int>(),
            activation = "relu",
            dropout = 0.0
        },
        optimizer = new { kind = "adam", learningRate = 0.001 },
        loss = "cross-entropy",
        batchSize = 32,
        epochs,
        seed = 7,
    };

    /// <summary>Learns to read digits well in a few seconds.</summary>
    public static object Reader() => new
    {
        dataset = "digits",
        data = new { train = 3000, validation = 200 },
        model = new { kind = "cnn", conv = new[] { 8, 16 }, dense = new[] { 64 }, activation = "relu" },
        optimizer = new { kind = "adam", learningRate = 0.002 },
        batchSize = 32,
        epochs = 4,
        seed = 7,
    };

    /// <summary>20,000 steps: minutes of training, for a run that the test stops itself.</summary>
    public static object Long() => Tiny(160);
}
