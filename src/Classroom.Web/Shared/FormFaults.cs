using Classroom.School;

namespace Classroom.Web.Shared;

/// <summary>What a form says after a refusal: a fault beside each field that has one, everything else above the form.</summary>
public sealed class FormFaults
{
    private readonly IReadOnlyList<Fault> faults;
    private readonly string? message;

    private FormFaults(IReadOnlyList<Fault> faults, string? message) => (this.faults, this.message) = (faults, message);

    public static FormFaults None { get; } = new([], null);

    public bool Any => faults.Count > 0 || message is not null;

    /// <summary>All that is wrong with one field; null where nothing is.</summary>
    public string? this[string field]
    {
        get
        {
            var messages = faults.Where(fault => fault.Field == field).Select(fault => fault.Message).Distinct().ToList();
            return messages.Count > 0 ? string.Join(" ", messages) : null;
        }
    }

    /// <summary>All that is wrong with a field and with what it holds; null where nothing is.</summary>
    public string? Within(string field)
    {
        var messages = faults.Where(fault => fault.Field == field || fault.Field.StartsWith($"{field}.", StringComparison.Ordinal))
            .Select(fault => fault.Message).Distinct().ToList();
        return messages.Count > 0 ? string.Join(" ", messages) : null;
    }

    public static FormFaults From(Refusal? refusal) => refusal switch
    {
        null => None,
        Refusal.Invalid invalid => new(invalid.Faults, null),
        _ => new([], refusal.Message),
    };

    public static FormFaults From(IReadOnlyList<Fault> faults) => new(faults, null);

    /// <summary>What belongs to none of the form's fields; null where nothing does.</summary>
    public string? Besides(params ReadOnlySpan<string> fields)
    {
        var shown = fields.ToArray();
        return Besides(field => shown.Contains(field));
    }

    /// <summary>What belongs to none of the form's fields; null where nothing does.</summary>
    public string? Besides(Func<string, bool> isShown)
    {
        string[] rest = [.. faults.Where(fault => !isShown(fault.Field)).Select(fault => fault.Message).Distinct()];
        return message ?? (rest.Length > 0 ? string.Join(" ", rest) : null);
    }
}
