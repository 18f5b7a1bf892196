namespace Classroom.School.Assignments;

/// <summary>The order in which everybody sees assignments: by due date, and a whole list where the first of its steps is due.</summary>
internal static class AssignmentOrder
{
    public static List<AssignmentDetails> InOrder(this IEnumerable<AssignmentDetails> assignments) =>
        assignments.InOrder(assignment => assignment);

    /// <param name="items">Each about one assignment.</param>
    /// <param name="of">The assignment, with the dates of whoever looks.</param>
    public static List<T> InOrder<T>(this IEnumerable<T> items, Func<T, AssignmentDetails> of)
    {
        var all = items.Select(item => (Item: item, Assignment: of(item))).ToList();
        var starts = all.Where(item => item.Assignment.List is not null).GroupBy(item => item.Assignment.List!.ListId)
            .ToDictionary(steps => steps.Key, steps => steps.Min(step => step.Assignment.DueUtc));
        return
        [
            .. from item in all
               let step = item.Assignment.List
               orderby step is null ? item.Assignment.DueUtc : starts[step.ListId],
                   step?.ListId ?? 0,
                   step?.Position ?? 0,
                   item.Assignment.Id
               select item.Item,
        ];
    }
}
