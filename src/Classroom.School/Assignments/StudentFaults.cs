namespace Classroom.School.Assignments;

/// <summary>What can be wrong with what is decided for one student, each fault with its field.</summary>
internal static class StudentFaults
{
    public static List<Fault> Find(StudentSettings wanted, Assignment assignment)
    {
        var faults = wanted.Unread.ToList();
        var utc = true;
        foreach (var (field, time) in new[] { ("due", wanted.DueUtc), ("closes", wanted.ClosesUtc) })
        {
            if (time is { Kind: not DateTimeKind.Utc })
            {
                utc = false;
                faults.Add(new(field, "The date must be given in UTC."));
            }
        }

        var due = wanted.DueUtc ?? assignment.DueUtc;
        if (utc && wanted.DueUtc <= assignment.OpensUtc)
        {
            faults.Add(new("due", "It must open before it is due."));
        }

        if (utc && wanted.ClosesUtc < due)
        {
            faults.Add(new("closes", "It cannot close before it is due."));
        }

        if (wanted.AttemptsAllowed is < 1 or > Assignment.MostAttempts)
        {
            faults.Add(new("attempts", $"Give a whole number of attempts from 1 to {Assignment.MostAttempts}, or nothing for as many as the class."));
        }

        if (wanted.Points is { } points && !(points >= 0 && points <= Assignment.MostPoints))
        {
            faults.Add(new("points", $"Give points from 0 to {Assignment.MostPoints}, or nothing for the computed mark."));
        }

        if (wanted.Points is not null && string.IsNullOrWhiteSpace(wanted.Reason))
        {
            faults.Add(new("reason", "Say why you give this mark in place of the computed one, for example \"Took it on paper\"."));
        }

        AddText("reason", "reason", wanted.Reason, AssignmentStudent.LongestReason);
        AddText("comment", "comment", wanted.Comment, AssignmentStudent.LongestComment);
        return faults;

        void AddText(string field, string name, string? text, int longest)
        {
            if (text?.Trim() is not { Length: > 0 } typed)
            {
                return;
            }

            if (typed.Length > longest)
            {
                faults.Add(new(field, $"The {name} has {typed.Length} characters; at most {longest} fit."));
            }
            else if (typed.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
            {
                faults.Add(new(field, $"The {name} has a character that cannot be shown. Type it again."));
            }
        }
    }
}
