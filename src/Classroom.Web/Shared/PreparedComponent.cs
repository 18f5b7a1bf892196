using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Shared;

/// <summary>
/// A part of a page that is drawn for the first time when all that it shows is there. What the server had drawn before the
/// circuit stood stays in view until then: the page never goes blank in between.
/// </summary>
public abstract class PreparedComponent : ComponentBase
{
    private bool prepared;

    /// <summary>Loads what is shown; the parameters are set.</summary>
    protected abstract Task PrepareAsync();

    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        // They can be read only before the first wait.
        parameters.SetParameterProperties(this);
        if (!prepared)
        {
            prepared = true;
            await PrepareAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }
}
