namespace Classroom.Web.Features.Classes;

/// <param name="Cells">One for each assignment, in their order.</param>
/// <param name="Runs">All that she has made.</param>
public sealed record StudentProgressAnswer(
    int Id, string UserName, string Name, IReadOnlyList<ProgressCellAnswer> Cells, int Runs);
