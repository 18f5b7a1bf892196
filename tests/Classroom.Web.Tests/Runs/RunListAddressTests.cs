using Classroom.School.Runs;
using Classroom.Web.Features.Runs;

namespace Classroom.Web.Tests;

public sealed class RunListAddressTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?sort=name")]
    [InlineData("?sort=-valAccuracy")]
    [InlineData("?page=3")]
    [InlineData("?find=cnn%20digits&data=digits&state=stopped&sort=epochs&page=2")]
    [InlineData("?term=epoch&config=abc&page=2")]
    public void What_an_address_says_is_written_again(string query) =>
        Assert.Equal($"/lab{query}#your-runs", RunListAddress.Create(query, RunListAddress.Parse(query)));

    [Theory]
    [InlineData("?sort=nonsense&page=-4&state=7")]
    [InlineData("?sort=3&page=x&state=&find=")]
    public void What_nobody_can_show_is_as_usual(string query) => Assert.Equal(RunListAddress.Parse(""), RunListAddress.Parse(query));

    [Fact]
    public void A_column_is_sorted_the_usual_way_first_and_then_the_other_from_the_first_page()
    {
        var third = RunListAddress.Parse("?page=3");
        Assert.Equal((RunOrder.Created, true, 40), (third.Order, third.Descending, third.Skip));

        var byAccuracy = third.SortedBy(RunOrder.ValAccuracy);
        Assert.Equal((true, 0), (byAccuracy.Descending, byAccuracy.Skip));
        Assert.False(byAccuracy.SortedBy(RunOrder.ValAccuracy).Descending);
        Assert.False(third.SortedBy(RunOrder.Name).Descending);
    }
}
