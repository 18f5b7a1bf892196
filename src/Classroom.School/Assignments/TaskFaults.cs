using System.Text;
using Classroom.Curriculum.Experiments;

namespace Classroom.School.Assignments;

/// <summary>What can be wrong with what only lab tasks have, each fault with its field.</summary>
internal static class TaskFaults
{
    public static IEnumerable<Fault> Find(AssignmentKind kind, string slug, AssignmentSettings wanted)
    {
        if (kind != AssignmentKind.Task)
        {
            (string Field, object? Given)[] others =
                [("goal", wanted.Goal), ("config", wanted.ConfigJson), ("instructions", wanted.Instructions)];
            return others.Where(other => other.Given is not null)
                .Select(other => new Fault(other.Field, "Only a lab task has this. Leave it out."));
        }

        return [.. OfText(slug, wanted), .. OfGoal(wanted.Goal)];
    }

    private static IEnumerable<Fault> OfText(string slug, AssignmentSettings wanted)
    {
        if (slug.Length == 0 && string.IsNullOrWhiteSpace(wanted.Title))
        {
            yield return new("title", "Give the task a title, or choose the term that it belongs to.");
        }

        if (wanted.Instructions?.ReplaceLineEndings("\n").Trim() is { } text)
        {
            if (text.Length > Assignment.LongestInstructions)
            {
                yield return new(
                    "instructions", $"The instructions have {text.Length} characters; at most {Assignment.LongestInstructions} fit.");
            }
            else if (text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\t'))
                || text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
            {
                yield return new("instructions", "Use letters, digits, signs and new lines only.");
            }
        }

        if (wanted.ConfigJson?.Length > Assignment.LongestConfig)
        {
            yield return new("config", "This config is too long. Send only the settings of one run.");
        }
    }

    private static IEnumerable<Fault> OfGoal(TaskGoal? goal)
    {
        if (goal is null || (!goal.BeatsClass && goal.Conditions.Count == 0))
        {
            return [new("goal", "Say what a run has to reach: give at least one condition, or let it beat the class's best.")];
        }

        if (goal.BeatsClass && goal.Conditions.Count > 0)
        {
            return [new("goal", "A task either has conditions or lets students beat the class's best, not both.")];
        }

        return goal.Conditions.Count > TaskGoal.MostConditions
            ? [new("goal", $"There are {goal.Conditions.Count} conditions; at most {TaskGoal.MostConditions} fit.")]
            : goal.Conditions.Index().SelectMany(condition => OfCondition($"goal[{condition.Index}].", condition.Item, goal));
    }

    private static IEnumerable<Fault> OfCondition(string at, TaskCondition condition, TaskGoal goal)
    {
        if (!ExperimentMeasures.Names.Contains(condition.Measure))
        {
            yield return new($"{at}measure", $"Give one of these measures: {string.Join(", ", ExperimentMeasures.Names)}.");
        }
        else if (goal.Conditions.First(other => other.Measure == condition.Measure && Equals(other.Level, condition.Level)) is var first
            && !ReferenceEquals(first, condition))
        {
            yield return new($"{at}measure", "This measure has a condition already. Put both limits into that one.");
        }

        if (ExperimentMeasures.WithLevel.Contains(condition.Measure))
        {
            if (condition.Level is not (>= 0 and <= 1))
            {
                yield return new($"{at}level", "Give the accuracy that it counts up to, from 0 to 1.");
            }
        }
        else if (condition.Level is not null)
        {
            yield return new($"{at}level", "This measure has no level. Leave it out.");
        }

        if (condition is { AtLeast: null, AtMost: null })
        {
            yield return new($"{at}atLeast", "Give a number for \"at least\", for \"at most\", or for both.");
        }

        foreach (var (name, limit) in new[] { ("atLeast", condition.AtLeast), ("atMost", condition.AtMost) })
        {
            if (limit is { } number && !double.IsFinite(number))
            {
                yield return new($"{at}{name}", "Give an ordinary number.");
            }
        }

        if (condition.AtLeast > condition.AtMost)
        {
            yield return new($"{at}atLeast", "No run can reach this: \"at least\" is more than \"at most\".");
        }
    }
}
