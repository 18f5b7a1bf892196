using System.Security.Claims;
using Classroom.School.Accounts;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

public sealed class SignInClaimsTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_signed_in_person_carries_her_role_and_name(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher, "Ms. Okafor");
        await using var scope = school.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByIdAsync($"{teacher.UserId}");

        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user!);

        Assert.True(principal.IsInRole("Teacher"));
        Assert.Equal("Teacher", principal.FindFirstValue(ClaimTypes.Role));
        Assert.Equal("Ms. Okafor", principal.DisplayName());
        Assert.Equal(teacher, principal.ToActor());
    }

    [Fact]
    public void A_visitor_or_a_damaged_identity_is_nobody()
    {
        static ClaimsPrincipal With(string? authentication, params Claim[] claims) => new(new ClaimsIdentity(claims, authentication));
        var id = new Claim(ClaimTypes.NameIdentifier, "7");
        var role = new Claim(ClaimTypes.Role, "Admin");

        Assert.Equal(new Actor(7, Role.Admin), With("cookie", id, role).ToActor());
        Assert.Null(With(null, id, role).ToActor());
        Assert.Null(With("cookie", id).ToActor());
        Assert.Null(With("cookie", role).ToActor());
        Assert.Null(With("cookie", id, new Claim(ClaimTypes.Role, "42")).ToActor());
        Assert.Null(With("cookie", id, new Claim(ClaimTypes.Role, "Owner")).ToActor());
    }
}
