using ADRaffy.ENSNormalize;

namespace Classroom.Naming;

/// <summary>
/// Text whose letters are composed with their marks, so that two spellings that look the same are the same: Unicode's normalization
/// form C (Standard Annex 15). .NET has it only where the machine has ICU, which Classroom does without.
/// </summary>
public static class ComposedText
{
    /// <param name="text">
    /// Bounded in length, or rid of piles of marks by <see cref="NameText.Shown"/>: the time grows with the square of the
    /// marks on one letter.
    /// </param>
    public static string Compose(string text) => ENSNormalize.NF.NFC(text);

    /// <summary>Form D: each letter without its marks, and the marks behind it.</summary>
    /// <inheritdoc cref="Compose"/>
    public static string Decompose(string text) => ENSNormalize.NF.NFD(text);
}
