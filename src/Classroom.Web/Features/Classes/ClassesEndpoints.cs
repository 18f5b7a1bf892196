using Classroom.School;
using Classroom.School.AccessTokens;
using Classroom.School.Accounts;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Classes;

/// <summary>Classes and their students for scripts: the same services, and the same rights, as the pages have.</summary>
public static class ClassesEndpoints
{
    public static void MapClasses(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/classes").WithTags("Classes").RequireSignIn().LimitRate().AllowTokens(TokenScopes.Classes);
        api.MapGet("", ListAsync);
        api.MapPost("", CreateAsync)
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Admin), nameof(Role.Teacher)))
            .ReadsJson<NewClassRequest>()
            .Produces<NewClassAnswer>(StatusCodes.Status201Created);

        var students = api.MapGroup("/{id:int}/students").ProducesProblem(StatusCodes.Status404NotFound);
        students.MapGet("", ListStudentsAsync).Produces<IReadOnlyList<StudentAnswer>>();
        students.MapPost("", AddStudentsAsync)
            .ReadsJson<NewStudentsRequest>(NewStudentsRequest.MostBytes)
            .Produces<IReadOnlyList<NewStudentAnswer>>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IEnumerable<ClassAnswer>> ListAsync(ClassService classes, HttpContext context) =>
    [
        .. (await classes.ListAsync(context.Actor(), context.RequestAborted)).Select(found => ClassAnswer.From(found, archived: false)),
        .. (await classes.ListArchivedAsync(context.Actor(), context.RequestAborted)).Select(found => ClassAnswer.From(found, archived: true)),
    ];

    private static Task<IResult> CreateAsync(ClassService classes, HttpContext context) =>
        JsonBody.ReadFieldsAsync(context, NewClassRequest.Expected, async fields =>
        {
            var wanted = NewClassRequest.Read(fields);
            fields.RefuseOthers();
            if (fields.Faults.Count > 0)
            {
                return new Refusal.Invalid(fields.Faults).ToResult(context.Response);
            }

            var actor = context.Actor();
            if (actor.Role != Role.Admin && wanted.Teachers is not null)
            {
                return new Refusal.Invalid("teachers", "You own the class that you make. Only an admin makes a class for other teachers.")
                    .ToResult(context.Response);
            }

            var created = actor.Role == Role.Admin
                ? await classes.CreateAsync(actor, wanted.Name, wanted.Teachers ?? [], context.RequestAborted)
                : await classes.CreateOwnAsync(actor, wanted.Name, context.RequestAborted);
            return created.Succeeded
                ? TypedResults.Created($"/classes/{created.Value.Id}", new NewClassAnswer(created.Value.Id, created.Value.JoinCode!))
                : created.Refusal.ToResult(context.Response);
        });

    private static async Task<IResult> ListStudentsAsync(int id, RosterService rosters, HttpContext context) =>
        (await rosters.ListAsync(context.Actor(), id, context.RequestAborted)).OkOrNotFound(
            context, roster => roster.Select(entry => StudentAnswer.From(entry.Student)));

    private static Task<IResult> AddStudentsAsync(int id, ClassAccountService accounts, HttpContext context) =>
        JsonBody.ReadFieldsAsync(
            context,
            NewStudentsRequest.Expected,
            async fields =>
            {
                var wanted = NewStudentsRequest.Read(fields);
                fields.RefuseOthers();
                var created = await accounts.CreateAsync(context.Actor(), id, wanted.People, fields.Faults, context.RequestAborted);
                return created.Succeeded
                    ? TypedResults.Created($"/api/classes/{id}/students", created.Value.People.Select(NewStudentAnswer.From))
                    : created.Refusal.InCall(fields.Faults).ToResult(context.Response);
            },
            NewStudentsRequest.MostBytes);
}
