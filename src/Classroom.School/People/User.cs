using Microsoft.AspNetCore.Identity;

namespace Classroom.School.People;

/// <summary>A person of the school. No e-mail address and no telephone number is kept.</summary>
public sealed class User : IdentityUser<int>
{
    public required string DisplayName
    {
        get;
        set
        {
            field = value;
            NormalizedDisplayName = value.ToUpperInvariant();
        }
    }

    /// <summary>For searching: SQLite folds the case of ASCII only, so the folding is done before storing.</summary>
    public string NormalizedDisplayName { get; private set; } = "";

    public required Role Role { get; init; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>Runs ever created. Counting it up also locks the row, which makes the check of the quota atomic.</summary>
    public int RunsCreated { get; private set; }
}
