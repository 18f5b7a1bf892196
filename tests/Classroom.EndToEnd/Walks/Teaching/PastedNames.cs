namespace Classroom.EndToEnd;

/// <summary>The list of a class as a school's office sends it: thirty students, three of them with a mistake in their line.</summary>
public static class PastedNames
{
    /// <summary>By the number of her line: what is wrong there, and what the teacher types instead.</summary>
    public static readonly IReadOnlyList<FaultyLine> Faulty =
    [
        new(9, "Line 9: Give the name that others see.", "Name on line 9", "Hal Hoffman"),
        new(16, "Line 16: The name has 125 characters; at most 100 fit.", "Name on line 16", "Omar Ortiz"),
        new(23, "Someone already has the user name \"student01\". \"vera.vogel\" is free.", "User name on line 23", "v.vogel"),
    ];

    /// <summary>As they are once the list is right, in its order.</summary>
    public static readonly IReadOnlyList<string> Right =
    [
        "Ada Adams", "Ben Baker", "Carla Cruz", "Dev Das", "Elif Eren", "Finn Fischer", "Grace Gray", "Hal Hoffman", "Ines Ibarra",
        "Jack Jones", "Kofi Kane", "Lena Larsen", "Marco Mori", "Nora Nash", "Omar Ortiz", "Pia Peters", "Quinn Quick", "Rosa Ruiz",
        "Sam O'Neil", "Tara Thomas", "Uma Ueda", "Vera Vogel", "Wes White", "Xenia Xu", "Yara Young", "Zoë Zimmer", "Aron Abbott",
        "Bella Brown", "Carl Chen", "Dina Diaz",
    ];

    // The first line says what the columns are, so the first student stands on the second.
    public static string Text => string.Join('\n', Right.Select((name, place) => (place + 2) switch
    {
        9 => ",hal.hoffman",
        16 => $"Omar {new string('o', 120)},",
        23 => $"{name},student01",
        _ => $"{name},",
    }).Prepend("Name,User name"));
}

/// <param name="Line">As an editor counts.</param>
/// <param name="Message">What the page says about it.</param>
/// <param name="Field">Where it is corrected.</param>
/// <param name="Correct">What belongs there.</param>
public sealed record FaultyLine(int Line, string Message, string Field, string Correct);
