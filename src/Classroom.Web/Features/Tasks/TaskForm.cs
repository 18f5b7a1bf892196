using System.Globalization;
using System.Web;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.Training.Measures;
using Classroom.Training.Settings;
using Classroom.Web.Features.Lab.Bench;

namespace Classroom.Web.Features.Tasks;

/// <summary>What only lab tasks have, as a form has it: text that a teacher has typed.</summary>
public sealed class TaskForm
{
    public string? Instructions { get; set; }

    /// <summary>A link to the lab, or a config; empty for the usual settings.</summary>
    public string? Start { get; set; }

    /// <summary>"beat-class", or anything else for conditions.</summary>
    public string? Goal { get; set; }

    /// <summary>By place, from 0.</summary>
    public Dictionary<int, ConditionForm>? Conditions { get; set; }

    public bool BeatsClass => Goal == TaskJson.BeatClass;

    public ConditionForm At(int place) => Conditions?.GetValueOrDefault(place) ?? new();

    /// <param name="site">The address of the site, with a slash at its end.</param>
    public static TaskForm From(AssignmentDetails task, string site) => new()
    {
        Instructions = task.Instructions,
        Start = task.ConfigJson is { } json ? site + LabLink.Create(TrainingConfig.FromJson(json)) : null,
        Goal = task.Goal?.BeatsClass == true ? TaskJson.BeatClass : null,
        Conditions = (task.Goal?.Conditions ?? []).Index().ToDictionary(
            condition => condition.Index,
            condition => new ConditionForm
            {
                Measure = condition.Item.Measure,
                Level = Write(condition.Item.Level),
                AtLeast = Write(condition.Item.AtLeast),
                AtMost = Write(condition.Item.AtMost),
            }),
    };

    /// <summary>The settings with what she wants of the task, and what of it cannot be read. The config is still to be checked.</summary>
    public AssignmentSettings Read(AssignmentSettings wanted)
    {
        // Without gaps, so that each fault finds its row again.
        Conditions = (Conditions ?? []).OrderBy(row => row.Key).Select(row => row.Value).Where(row => !row.IsEmpty)
            .Index().ToDictionary(row => row.Index, row => row.Item);
        var faults = new List<Fault>();
        var goal = BeatsClass ? TaskGoal.BeatClass : new TaskGoal
        {
            Conditions = [.. Conditions.Select(row => new TaskCondition(
                row.Value.Measure ?? "",
                Number($"goal[{row.Key}].level", row.Value.Level, MeasureUnit.Share),
                Number($"goal[{row.Key}].atLeast", row.Value.AtLeast, UnitOf(row.Value)),
                Number($"goal[{row.Key}].atMost", row.Value.AtMost, UnitOf(row.Value))))],
        };
        var config = ReadStart();
        return wanted with
        {
            Instructions = string.IsNullOrWhiteSpace(Instructions) ? null : Instructions,
            ConfigJson = config,
            Goal = goal,
            Unread = [.. wanted.Unread, .. faults],
        };

        double? Number(string field, string? typed, MeasureUnit? unit)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            var text = typed.Trim();
            var isPercent = unit == MeasureUnit.Share && text.EndsWith('%');
            text = isPercent ? text[..^1] : text;
            const NumberStyles styles = NumberStyles.Float | NumberStyles.AllowThousands;
            if (!double.TryParse(text, styles, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                faults.Add(new(field, "Give a number, for example 0.95 or 5000."));
                return null;
            }

            if (unit == MeasureUnit.Share && !isPercent && number > 1)
            {
                faults.Add(new(field, "Give a share from 0 to 1, or add a percent sign: 95%."));
            }

            return isPercent ? number / 100 : number;
        }

        string? ReadStart()
        {
            if (Start?.Trim() is not { Length: > 0 } start)
            {
                return null;
            }

            if (start.StartsWith('{'))
            {
                return start;
            }

            var query = start.IndexOf('?', StringComparison.Ordinal);
            if (query >= 0 && HttpUtility.ParseQueryString(start[query..])["config"] is { } link && LabLink.Read(link) is { } json)
            {
                return json.GetRawText();
            }

            faults.Add(new("config", "This is no link to settings. Press “Copy link” below the settings in the lab, and paste it here."));
            return null;
        }
    }

    private static MeasureUnit? UnitOf(ConditionForm row) => RunMeasure.Find(row.Measure ?? "")?.Unit;

    private static string? Write(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
