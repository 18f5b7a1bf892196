using Classroom.Curriculum.Quizzes;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.Quizzes;

/// <summary>
/// Where one kind of question is answered. Each control tells in <c>data-kept</c> what the server has of it, so that QuizAttempt.razor.js
/// can see what has not arrived. The page names choices by the place where they stand, never by their index in the file:
/// for matching and ordering that index is the answer.
/// </summary>
public abstract class QuestionInput : ComponentBase
{
    [Parameter, EditorRequired]
    public required PlannedQuestion Planned { get; set; }

    [Parameter]
    public Response? Response { get; set; }

    /// <summary>Null takes the answer back.</summary>
    [Parameter]
    public EventCallback<Response?> ResponseChanged { get; set; }

    /// <summary>The answer as far as it has been typed; <see cref="ResponseChanged"/> follows when the line is left.</summary>
    [Parameter]
    public EventCallback<Response?> ResponseTyped { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Set once the answer as it stands has been checked: the picks are then marked right or wrong.</summary>
    [Parameter]
    public Grade? Grade { get; set; }

    /// <summary>The id of the element that holds the prompt, and the start of all other ids here.</summary>
    [Parameter]
    public string PromptId { get; set; } = "prompt";

    /// <summary>A browser may send events for what it was told is read-only.</summary>
    protected Task AnswerAsync(Response? response) => ReadOnly ? Task.CompletedTask : ResponseChanged.InvokeAsync(response);

    protected Task TypeAsync(Response? response) => ReadOnly ? Task.CompletedTask : ResponseTyped.InvokeAsync(response);

    /// <summary>The mark of one part of the answer; null while nothing is checked or the part is not answered.</summary>
    protected bool? Mark(bool answered, bool right) => Grade is null || !answered ? null : right;
}
