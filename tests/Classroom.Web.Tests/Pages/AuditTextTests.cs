using Classroom.School.Audit;
using Classroom.Web.Features.Admin;

namespace Classroom.Web.Tests.Pages;

public sealed class AuditTextTests
{
    [Fact]
    public void Every_action_is_told_in_words()
    {
        foreach (var action in Enum.GetValues<AuditAction>())
        {
            var said = AuditText.Say(new AuditLine(default, "Ada", action, "Maria", "in 7b"));

            Assert.DoesNotContain(action.ToString(), said, StringComparison.Ordinal);
        }
    }
}
