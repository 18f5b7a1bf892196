using Classroom.Curriculum.Quizzes;

namespace Classroom.School.Gradebook;

/// <summary>Points as teachers and spreadsheets write them: "17.5", "17,5", "100".</summary>
public static class TypedPoints
{
    private const string HowToWrite = "Give a number, for example 17.5 or 17,5.";

    /// <summary>The number; null, with what to do instead, where it cannot be read, or could be in two ways as "1,500" could.</summary>
    public static double? Read(string text, out string? fault)
    {
        fault = null;
        var values = TypedNumber.Read(text, unit: null);
        if (values.Count == 0)
        {
            fault = HowToWrite;
            return null;
        }

        // A point before three digits begins the decimals, as everywhere in this program.
        if (values.Count > 1 && !text.Contains('.', StringComparison.Ordinal))
        {
            fault = $"\"{text.Trim()}\" can be read in two ways. Write a point before the decimals, and nothing between thousands.";
            return null;
        }

        return (double)values[0];
    }
}
