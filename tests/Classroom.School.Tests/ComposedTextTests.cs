using Classroom.Naming;

namespace Classroom.School.Tests;

public sealed class ComposedTextTests
{
    [Theory]
    [InlineData("Cafe\u0301", "Caf\u00e9")]
    [InlineData("A\u0308pfel", "\u00c4pfel")]
    [InlineData("Nguye\u0302\u0303n", "Nguy\u1ec5n")]
    [InlineData("e\u0302\u0323", "\u1ec7")]
    [InlineData("e\u0323\u0302", "\u1ec7")]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00")]
    [InlineData("\u212bngstr\u00f6m", "\u00c5ngstr\u00f6m")]
    [InlineData("\u30ab\u3099", "\u30ac")]
    public void Spellings_that_look_the_same_become_the_same(string spelled, string composed) =>
        Assert.Equal(composed, ComposedText.Compose(spelled));

    [Theory]
    [InlineData("Caf\u00e9")]
    [InlineData("\u0915\u093c")]
    [InlineData("x\u0301")]
    [InlineData("\ud83c\udf50")]
    public void What_is_composed_already_or_cannot_be_stays(string text) => Assert.Equal(text, ComposedText.Compose(text));
}
