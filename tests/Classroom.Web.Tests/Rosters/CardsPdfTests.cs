using Classroom.School.Accounts;
using Classroom.School.People;
using Classroom.School.SignInCards;
using Classroom.Web.Features.Rosters;
using UglyToad.PdfPig;

namespace Classroom.Web.Tests.Rosters;

/// <summary>Read back with another program than the one that wrote them.</summary>
public sealed class CardsPdfTests
{
    private const string School = "https://school.example";

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(100, 13)]
    public void Each_card_is_on_a_page_with_all_that_it_takes_to_sign_in(int count, int pages)
    {
        using var pdf = Open([.. Enumerable.Range(1, count).Select(number => ($"Zoë Łuk {number}", $"zoe.luk{number}"))]);

        Assert.Equal(pages, pdf.NumberOfPages);
        var texts = pdf.GetPages().Select(page => page.Text).ToList();
        foreach (var number in Enumerable.Range(1, count))
        {
            var text = texts[(number - 1) / CardsPdf.PerPage];
            Assert.Contains($"Zoë Łuk {number}", text, StringComparison.Ordinal);
            Assert.Contains($"zoe.luk{number}", text, StringComparison.Ordinal);
            Assert.Contains($"swift-otter-{number + 99}", text, StringComparison.Ordinal);
        }

        Assert.All(texts, text => Assert.Contains(School, text, StringComparison.Ordinal));
        Assert.All(pdf.GetPage(1).Letters, letter => Assert.Contains("DejaVuSans", letter.FontName, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("María José Ñuñez", true)]
    [InlineData("Nguyễn Văn Đức", true)]
    [InlineData("Αλέξανδρος Иван", true)]
    [InlineData("李雷", false)]
    [InlineData("محمد", false)]
    [InlineData("दीपक", false)]
    [InlineData("x\u0301", false)]
    public void A_name_that_the_font_cannot_write_gives_way_to_the_user_name(string name, bool isWritten)
    {
        using var pdf = Open((name, "her.name"));
        var text = pdf.GetPage(1).Text;
        Assert.Equal(isWritten, text.Contains(name, StringComparison.Ordinal));
        Assert.Equal(isWritten ? 1 : 2, text.Split("her.name").Length - 1);
    }

    [Fact]
    public void The_longest_names_stay_within_their_card()
    {
        using var pdf = Open(
            (new string('W', PeopleService.LongestDisplayName), new string('M', PeopleService.LongestUserName)), ("Ben", "ben"));
        var page = pdf.GetPage(1);
        Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, page.Width - 24));
        // All of the user name is there, however many lines it takes; nothing of it is in the neighbor's card.
        var letters = page.Letters.Where(letter => letter.Value == "M").ToList();
        Assert.Equal(PeopleService.LongestUserName, letters.Count);
        Assert.All(letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, page.Width / 2));
        // Four rows of cards: the first ends at three quarters of the page's height.
        Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Bottom, (page.Height * 3 / 4) - 24, page.Height));
    }

    [Fact]
    public void A_card_with_pictures_shows_them_within_its_borders_and_leads_to_the_page_of_the_class()
    {
        var student = new Person(7, "ana", "Ana", Role.Student);
        SecretPicture[] pictures = [SecretPicture.Umbrella, SecretPicture.Mushroom];
        var cards = new ClassCards("3a", false, [new(1, student, null, DateTime.UnixEpoch) { Pictures = pictures }]) { PictureCode = "ABCDEFGHJKMN" };

        using var pdf = PdfDocument.Open(CardsPdf.Write(cards, School));

        var page = pdf.GetPage(1);
        var words = page.GetWords().ToDictionary(word => word.Text, word => word.BoundingBox);
        Assert.True(words["Umbrella"].Right < words["Mushroom"].Left, "They stand in the order in which they are chosen.");
        Assert.InRange(words["Mushroom"].Right, 0, page.Width / 2);
        Assert.Contains($"{School}/class/ABCD-EFGH-JKMN", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", page.Text, StringComparison.Ordinal);
    }

    private static PdfDocument Open(params (string Name, string UserName)[] students) => PdfDocument.Open(CardsPdf.Write(
        new ClassCards(
            "7b",
            false,
            [
                .. students.Index().Select(student => new CardDetails(
                    student.Index,
                    new Person(student.Index, student.Item.UserName, student.Item.Name, Role.Student),
                    $"swift-otter-{student.Index + 100}",
                    DateTime.UnixEpoch)),
            ]),
        School));
}
