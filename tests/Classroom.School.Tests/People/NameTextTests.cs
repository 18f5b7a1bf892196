using System.Globalization;
using System.Text;
using Classroom.Naming;
using Classroom.School.Accounts;
using Classroom.School.DataSets;
using Classroom.School.People;
using Classroom.School.Runs;
using CsCheck;

namespace Classroom.School.Tests;

/// <summary>One rule for the names of people, classes, data sets and runs.</summary>
public sealed class NameTextTests(SchoolTemplates templates)
{
    private static readonly Gen<Rune> AnyRune = Gen.OneOf(
        Gen.Int[0, 0xD7FF], Gen.Int[0xE000, 0x10FFFF], Gen.Int[0x20, 0x7E], Gen.Int[0x2000, 0x206F], Gen.Int[0x300, 0x36F])
        .Select(value => new Rune(value));

    private static readonly Gen<string> AnyText = AnyRune.Array[0, 12].Select(
        runes => string.Concat(runes.Select(rune => rune.ToString())));

    [Theory]
    [InlineData("Maria Müller-Łukasz")]
    [InlineData("O’Brien, 7b (Computing) №2")]
    [InlineData("李小龍")]
    [InlineData("山田　太郎")]
    [InlineData("علی\u200Cرضا")]
    [InlineData("ශ්\u200Dරී")]
    [InlineData("राम कुमार")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Nguye\u0302\u0303n")]
    [InlineData("We ❤\uFE0F neurons 👩\uD83C\uDFFD\u200D🔬 1\uFE0F\u20E3")]
    public void Names_of_the_world_are_names(string name)
    {
        Assert.Null(NameText.Fault(name));
        Assert.Equal(name, NameText.Shown(name));
    }

    [Theory]
    [InlineData("Ana\u0000", "U+0000")]
    [InlineData("Ana\nBen", "U+000A")]
    [InlineData("Ana\u202Ebat", "U+202E")]
    [InlineData("Ana\u2066x\u2069", "U+2066")]
    [InlineData("\u200BAna", "U+200B")]
    [InlineData("An\u200Da", "U+200D")]
    [InlineData("An\u200Ca", "U+200C")]
    [InlineData("Ana\uFE0F", "U+FE0F")]
    [InlineData("An\u00ADa", "U+00AD")]
    [InlineData("\uFEFFAna", "U+FEFF")]
    [InlineData("\u3164", "U+3164")]
    [InlineData("\u2800", "U+2800")]
    [InlineData("\u0301Ana", "U+0301")]
    [InlineData("Ana \u0301", "U+0301")]
    [InlineData("A\u0301\u0301\u0301\u0301\u0301na", "U+0301")]
    [InlineData("Ana\u2028", "U+2028")]
    [InlineData("Ana\uE000", "U+E000")]
    [InlineData("Ana\uDB40\uDC41", "U+E0041")]
    public void What_hides_in_a_name_is_named(string name, string code)
    {
        Assert.Contains(code, NameText.Fault(name), StringComparison.Ordinal);
        Assert.Null(NameText.Fault(NameText.Shown(name)));
    }

    // A constant in the program cannot hold half a character.
    [Fact]
    public void Half_a_character_is_named_too() => What_hides_in_a_name_is_named("Ana" + (char)0xD800, "U+D800");

    [Fact]
    public void Blanks_alone_are_no_name() => Assert.NotNull(NameText.Fault("\u00A0\u3000"));

    [Fact]
    public void No_name_holds_a_control_a_direction_or_a_mark_that_stands_alone() => AnyText.Sample(
        text =>
        {
            if (text.Length == 0 || NameText.Fault(text) is not null)
            {
                return;
            }

            Rune? before = null;
            foreach (var rune in text.EnumerateRunes())
            {
                var category = Rune.GetUnicodeCategory(rune);
                Assert.False(
                    category is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    || (category == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D)),
                    $"U+{rune.Value:X4}");
                Assert.False(
                    category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark
                    && (before is not { } letter || Rune.IsWhiteSpace(letter)),
                    $"U+{rune.Value:X4} stands alone");
                before = rune;
            }

            Assert.Contains(
                text.EnumerateRunes(),
                rune => Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));
        },
        iter: 20_000);

    [Fact]
    public void Taking_out_what_hides_leaves_nothing_hidden() => AnyText.Sample(
        text =>
        {
            var shown = NameText.Shown(text);
            Assert.True(shown.Length <= text.Length);
            Assert.Equal(shown, NameText.Shown(shown));
            Assert.True(string.IsNullOrWhiteSpace(shown) || NameText.Fault(shown) is null);
        },
        iter: 20_000);

    [Theory, BothProviders]
    public async Task People_classes_data_sets_and_runs_follow_the_one_rule(Provider provider)
    {
        const string Hidden = "Name\u202Ewith a turn";
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var classId = await school.AddClassAsync(null);
        var renamed = (await school.Classes.GetAsync(admin, classId, Ct))!;

        var refusals = new[]
        {
            (await school.People.CreateAsync(
                admin, new NewPerson { UserName = "ana", DisplayName = Hidden, Role = Role.Student }, Ct)).Refusal,
            (await school.Classes.CreateAsync(admin, Hidden, [], Ct)).Refusal,
            await school.ClassSettings.ChangeAsync(admin, classId, new(Hidden), renamed.Version, Ct),
            (await school.DataSets.CreateAsync(
                admin,
                new NewDataSet { Title = Hidden, Kind = "Image", Examples = 1, Shape = [1, 1], Classes = ["a"] },
                new MemoryStream([1]),
                Ct)).Refusal,
            (await school.RunCreator.CreateAsync(
                admin, new NewRun { Title = Hidden, ConfigJson = "{}", DataSetId = "digits", Steps = 1, Epochs = 1 }, Ct)).Refusal,
        };

        Assert.All(
            refusals, refusal => Assert.Contains("U+202E", Assert.IsType<Refusal.Invalid>(refusal).Message, StringComparison.Ordinal));
    }
}
