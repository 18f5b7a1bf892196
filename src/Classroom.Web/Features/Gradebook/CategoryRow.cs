namespace Classroom.Web.Features.Gradebook;

/// <summary>A row of <see cref="CategoriesForm"/>.</summary>
public sealed class CategoryRow
{
    /// <summary>0 for a new one.</summary>
    public int Id { get; set; }

    public string? Name { get; set; }

    public string? Weight { get; set; }

    public string? Drop { get; set; }
}
