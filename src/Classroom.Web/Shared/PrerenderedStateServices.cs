using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Shared;

public static class PrerenderedStateServices
{
    /// <summary>For each type that a part of a page hands to its circuit.</summary>
    public static IServiceCollection AddPrerenderedState<T>(this IServiceCollection services)
        where T : class =>
        services.AddSingleton<PersistentComponentStateSerializer<PrerenderedState<T>>, PrerenderedStateSerializer<T>>();
}
