using Classroom.Web.Features.Admin;
using Classroom.Web.Features.Assignments;
using Classroom.Web.Features.Classes;
using Classroom.Web.Features.DataSets;
using Classroom.Web.Features.Glossary;
using Classroom.Web.Features.Gradebook;
using Classroom.Web.Features.Questions;
using Classroom.Web.Features.Quizzes;
using Classroom.Web.Features.Regrades;
using Classroom.Web.Features.Rosters;
using Classroom.Web.Features.Runs;
using Classroom.Web.Features.Tasks;

namespace Classroom.Web.Hosting;

/// <summary>What scripts and other systems may call.</summary>
internal static class Api
{
    public static void MapApi(this WebApplication app)
    {
        app.MapTerms();
        app.MapDataSets();
        app.MapRuns();
        app.MapClasses();
        app.MapCards();
        app.MapAssignments();
        app.MapAssignmentLists();
        app.MapAttempts();
        app.MapTasks();
        app.MapQuestions();
        app.MapProgress();
        app.MapGradebook();
        app.MapRegrades();
        app.MapNode();
        app.MapOpenApi();
    }
}
