namespace Classroom.Web.Hosting.Settings;

/// <summary>How many interactive pages may be open at once; each holds about half a megabyte of the server's memory.</summary>
public sealed class CircuitSettings
{
    /// <summary>For one person: her tabs and windows on all her devices.</summary>
    public int PerPerson { get; set; } = 20;

    /// <summary>For one address. A whole school often has only one: 300 people with five tabs each.</summary>
    public int PerAddress { get; set; } = 1500;

    /// <summary>What is wrong with these settings.</summary>
    public IEnumerable<string> Check()
    {
        if (PerPerson < 1)
        {
            yield return $"Classroom__Circuits__PerPerson is {PerPerson}: give the number of pages that one person may have open at "
                + "once, at least 1.";
        }

        if (PerAddress < PerPerson)
        {
            yield return $"Classroom__Circuits__PerAddress is {PerAddress}: give at least what one person may have open, which is "
                + $"{PerPerson} (Classroom__Circuits__PerPerson).";
        }
    }
}
