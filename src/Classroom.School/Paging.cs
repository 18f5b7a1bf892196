using Microsoft.EntityFrameworkCore;

namespace Classroom.School;

internal static class Paging
{
    private const int PageSize = 50;

    /// <summary>A number beyond the ends gives the nearest page.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> ordered, int number, CancellationToken cancellationToken)
    {
        var total = await ordered.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        number = Math.Clamp(number, 1, pages);
        var items = await ordered.Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new Page<T>(items, number, pages, total);
    }
}
