using Classroom.School;

namespace Classroom.Web.Shared.Requests;

/// <summary>What a service says about its settings, in the names that the call's fields have.</summary>
public static class RequestFaults
{
    /// <param name="refusal">Of the service.</param>
    /// <param name="unread">What of the call could not be read: of such a field the service knows nothing.</param>
    /// <param name="names">The call's name of each field that the service calls otherwise; null where it calls none so.</param>
    public static Refusal InCall(this Refusal refusal, IReadOnlyList<Fault> unread, IReadOnlyDictionary<string, string>? names = null)
    {
        if (refusal is not Refusal.Invalid invalid)
        {
            return refusal;
        }

        var ofService = invalid.Faults.Except(unread)
            .Select(fault => names?.GetValueOrDefault(fault.Field) is { } name ? fault with { Field = name } : fault)
            .Where(fault => !unread.Any(other =>
                other.Field == fault.Field || fault.Field.StartsWith($"{other.Field}.", StringComparison.Ordinal)));
        return new Refusal.Invalid([.. unread, .. ofService]);
    }
}
