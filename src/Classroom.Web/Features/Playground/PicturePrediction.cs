using Classroom.Training.Export;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.Playground;

/// <summary>What a network reads in one picture.</summary>
/// <param name="Picture">The picture as a data address.</param>
/// <param name="Answers">The classes with their probabilities, as the data set has them; of many the likeliest.</param>
public sealed record PicturePrediction(string Picture, IReadOnlyList<(string Class, float Probability)> Answers)
{
    private const int MostAnswers = 12;

    public (string Class, float Probability) Best => Answers.MaxBy(answer => answer.Probability);

    /// <summary>False where the numbers of the network have blown up.</summary>
    public bool IsSensible => Answers.All(answer => float.IsFinite(answer.Probability));

    /// <summary>For everybody, and to be read aloud.</summary>
    public string Sentence => IsSensible
        ? $"It reads {Best.Class}, {Percent.Format(Best.Probability)} sure."
        : "This network’s numbers have blown up: it cannot say anything.";

    public static PicturePrediction Create(Predictor predictor, byte[] pixels)
    {
        var probabilities = predictor.Probabilities([.. pixels.Select(pixel => (float)pixel)]);
        IEnumerable<(string Class, float Probability)> answers = predictor.Data.Classes.Zip(probabilities);
        if (probabilities.Length > MostAnswers)
        {
            answers = answers.OrderByDescending(answer => answer.Probability).Take(MostAnswers);
        }

        return new(IndexedPng.OfGrey(pixels, predictor.Data.Shape[1], predictor.Data.Shape[0]), [.. answers]);
    }
}
