namespace Classroom.Training.Data;

/// <summary>The options that several data sets have.</summary>
internal static class CommonOptions
{
    public static DataOption Train(int least, int most, int standard) =>
        Whole("train", least, most, standard, "Examples to train on. With fewer, they are the first ones of the larger set.");

    public static DataOption Validation(int least, int most, int standard) =>
        Whole("validation", least, most, standard, "Examples for validation. With fewer, they are the first ones of the larger set.");

    public static DataOption LabelNoise { get; } =
        Number("labelNoise", 0, 1, 0, "Share of the training labels that are wrong.");

    public static DataOption ValidationLabelNoise { get; } =
        Number("validationLabelNoise", 0, 1, 0, "Share of the validation labels that are wrong.");

    public static DataOption Whole(string name, int least, int most, int? standard, string meaning) =>
        new() { Name = name, Kind = DataOptionKind.Whole, Least = least, Most = most, Default = standard, Meaning = meaning };

    public static DataOption Number(string name, double least, double most, double? standard, string meaning) =>
        new() { Name = name, Kind = DataOptionKind.Number, Least = least, Most = most, Default = standard, Meaning = meaning };
}
