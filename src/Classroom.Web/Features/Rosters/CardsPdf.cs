using Classroom.School.SignInCards;
using QRCoder;
using SkiaSharp;

namespace Classroom.Web.Features.Rosters;

/// <summary>Sign-in cards on paper: eight to a sheet, with dashed lines to cut along. All lengths are in points.</summary>
public static class CardsPdf
{
    public const int PerPage = 8;

    // What A4 and Letter have in common, so that neither needs scaling.
    private const float PageWidth = 595;
    private const float PageHeight = 792;
    private const float Margin = 24;
    private const int Columns = 2;
    private const float CardWidth = (PageWidth - (2 * Margin)) / Columns;
    private const float CardHeight = (PageHeight - (2 * Margin)) * Columns / PerPage;
    private const float Padding = 14;
    private const float PictureSize = 86;
    private const float SecretSize = PictureSize / 2;

    // Between squares that only touch, some programs show a line.
    private const float Overlap = 0.1f;

    public static byte[] Write(ClassCards cards, string school)
    {
        using var bytes = new MemoryStream();
        var about = new SKDocumentPdfMetadata { Title = $"Sign-in cards of {cards.ClassName}", Creator = "Classroom" };
        using (var document = SKDocument.CreatePdf(bytes, about))
        {
            foreach (var sheet in cards.Cards.Chunk(PerPage))
            {
                var canvas = document.BeginPage(PageWidth, PageHeight);
                foreach (var (place, card) in sheet.Index())
                {
                    canvas.Save();
                    canvas.Translate(Margin + (place % Columns * CardWidth), Margin + (place / Columns * CardHeight));
                    Draw(canvas, cards, card, school);
                    canvas.Restore();
                }

                document.EndPage();
            }

            document.Close();
        }

        return bytes.ToArray();
    }

    private static void Draw(SKCanvas canvas, ClassCards cards, CardDetails card, string school)
    {
        using var dashes = SKPathEffect.CreateDash([4, 4], 0);
        using var cut = new SKPaint { IsStroke = true, StrokeWidth = 0.6f, Color = SKColors.Gray, PathEffect = dashes };
        canvas.DrawRect(0, 0, CardWidth, CardHeight, cut);

        var words = CardWidth - (2 * Padding) - PictureSize - 8;
        var student = card.Student;
        var line = new CardLines(canvas, Padding, Padding, words);
        line.Write(CardFont.CanWrite(cards.ClassName) ? cards.ClassName : "", 9, SKColors.DimGray, mostLines: 1);
        line.Write(CardFont.CanWrite(student.DisplayName) ? student.DisplayName : student.UserName, 16, SKColors.Black, mostLines: 2);
        line.Space(5);
        line.Write("User name", 9, SKColors.DimGray);
        line.Write(student.UserName, 13, SKColors.Black);
        if (card.Secret is not null || card.IsUnreadable)
        {
            line.Space(5);
            line.Write("Password", 9, SKColors.DimGray);
            line.Write(card.Secret ?? "Ask for a new card.", 13, SKColors.Black);
        }

        DrawCode(canvas, SignInAddress.For(school, cards, card), CardWidth - Padding - PictureSize, Padding);
        foreach (var (place, picture) in card.Pictures.Index())
        {
            // From the right, in the order in which they are chosen.
            var left = CardWidth - Padding - ((card.Pictures.Count - place) * SecretSize);
            CardPicture.Draw(canvas, picture, left, Padding + PictureSize + 2, SecretSize);
        }

        var where = new CardLines(canvas, Padding, CardHeight - Padding - 25, CardWidth - (2 * Padding));
        where.Write("Scan the code, or sign in at", 9, SKColors.DimGray);
        where.Write(SignInAddress.Shown(school, cards, card), 10, SKColors.Black);
    }

    private static void DrawCode(SKCanvas canvas, string address, float left, float top)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        var size = PictureSize / data.ModuleMatrix.Count;
        foreach (var (y, row) in data.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Count; x++)
            {
                if (row[x])
                {
                    canvas.DrawRect(left + (x * size), top + (y * size), size + Overlap, size + Overlap, ink);
                }
            }
        }
    }
}
