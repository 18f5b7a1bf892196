using System.Globalization;
using Classroom.School;
using Classroom.School.Gradebook;

namespace Classroom.Web.Features.Gradebook;

/// <summary>A class's categories as their form has them; a row without a name is none.</summary>
public sealed class CategoriesForm
{
    private const int BlankRows = 3;

    public List<CategoryRow>? Rows { get; set; }

    public static CategoriesForm From(IReadOnlyList<CategoryDetails> categories) => new()
    {
        Rows =
        [
            .. categories.Select(category => new CategoryRow
            {
                Id = category.Id,
                Name = category.Name,
                Weight = category.Weight.ToString(CultureInfo.InvariantCulture),
                Drop = category.DropLowest.ToString(CultureInfo.InvariantCulture),
            }),
            .. Enumerable.Range(0, BlankRows).Select(_ => new CategoryRow()),
        ],
    };

    /// <summary>What is wanted, each with the row it is in, and what of it is no number.</summary>
    public (IReadOnlyList<CategoryDetails> Wanted, IReadOnlyList<Fault> Faults) Read()
    {
        var faults = new List<Fault>();
        var wanted = (Rows ?? []).Where(row => !string.IsNullOrWhiteSpace(row.Name)).Select((row, index) =>
            new CategoryDetails(row.Id, row.Name!, Number(row.Weight, index, "weight"), Number(row.Drop, index, "number of marks to drop")))
            .ToList();
        return (wanted, faults);

        int Number(string? typed, int index, string what)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return 0;
            }

            if (int.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            faults.Add(new($"categories[{index}]", $"Give the {what} as a whole number."));
            return 0;
        }
    }
}
