using System.Globalization;
using Classroom.School;
using Classroom.School.Classes;
using Classroom.School.Gradebook;
using Classroom.Web.Features.Gradebook.Files;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Classroom.Web.Features.Gradebook;

/// <summary>The marks of a class, for scripts and spreadsheets.</summary>
public static class GradebookEndpoints
{
    private const string CsvType = "text/csv";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapGradebook(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/classes/{id:int}").WithTags("Gradebook").RequireSignIn().LimitRate().AllowTokens()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/gradebook", async (int id, GradebookReader reader, Curriculum.Curriculum curriculum, HttpContext context) =>
                (await reader.ReadAsync(context.Actor(), id, context.RequestAborted)).OkOrNotFound(
                    context, gradebook => GradebookAnswer.From(gradebook, curriculum)))
            .Produces<GradebookAnswer>();
        api.MapGet("/gradebook.csv", CsvAsync).Produces<string>(contentType: CsvType).ProducesValidationProblem();
        api.MapGet("/gradebook.xlsx", WorkbookAsync).Produces<byte[]>(contentType: WorkbookType);
    }

    private static async Task<IResult> CsvAsync(
        int id,
        GradebookReader reader,
        ClassService classes,
        Curriculum.Curriculum curriculum,
        SchoolCalendar calendar,
        HttpContext context,
        string layout = "classroom",
        string? assignment = null)
    {
        if (await reader.ReadAsync(context.Actor(), id, context.RequestAborted) is not { } gradebook)
        {
            return new Refusal.NotFound().ToResult(context.Response);
        }

        switch (layout)
        {
            case "classroom":
                return Csv(GradebookCsv.Write(gradebook, curriculum), $"gradebook-{id}");
            case "canvas":
                return Csv(GradebookCsv.Write(CanvasLayout.Rows(gradebook, curriculum), hasMark: false), $"gradebook-{id}-canvas");
            case "moodle":
                return Csv(GradebookCsv.Write(MoodleLayout.Rows(gradebook, curriculum), hasMark: false), $"gradebook-{id}-moodle");
            case "powerschool":
                var place = int.TryParse(assignment, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
                    ? gradebook.Assignments.ToList().FindIndex(other => other.Id == wanted) : -1;
                if (place < 0)
                {
                    return new Refusal.Invalid("assignment", "This layout is for one assignment. Give the id of one of this class.")
                        .ToResult(context.Response);
                }

                var details = await classes.GetAsync(context.Actor(), id, context.RequestAborted);
                var teacher = details?.Staff.FirstOrDefault(member => member.Role == ClassRole.Owner)?.Person.DisplayName ?? "";
                var rows = PowerSchoolLayout.Rows(gradebook, place, teacher, curriculum, calendar);
                return Csv(GradebookCsv.Write(rows, hasMark: false), $"gradebook-{id}-{wanted}_pst");
            default:
                return new Refusal.Invalid("layout", "Choose \"classroom\", \"canvas\", \"moodle\" or \"powerschool\".")
                    .ToResult(context.Response);
        }
    }

    private static async Task<IResult> WorkbookAsync(
        int id, GradebookReader reader, Curriculum.Curriculum curriculum, HttpContext context) =>
        await reader.ReadAsync(context.Actor(), id, context.RequestAborted) is { } gradebook
            ? TypedResults.File(GradebookWorkbook.Write(gradebook, curriculum), WorkbookType, $"gradebook-{id}.xlsx")
            : new Refusal.NotFound().ToResult(context.Response);

    private static FileContentHttpResult Csv(byte[] content, string name) =>
        TypedResults.File(content, $"{CsvType}; charset=utf-8", $"{name}.csv");
}
