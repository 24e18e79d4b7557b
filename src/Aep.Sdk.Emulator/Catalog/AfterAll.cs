using System.Reflection;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>
/// What cannot be taken back, such as deleting files: done at once, or for one of several requests that hold together, once all are done.
/// </summary>
internal sealed class AfterAll
{
    private readonly List<Action>? _actions;

    private AfterAll(List<Action>? actions) => _actions = actions;

    public static AfterAll Deferred() => new([]);

    /// <summary>A handler takes it as a parameter.</summary>
    public static ValueTask<AfterAll?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<AfterAll?>(context.Features.Get<AfterAll>() ?? new AfterAll(null));

    public void Do(Action action)
    {
        if (_actions is null)
            action();
        else
            _actions.Add(action);
    }

    /// <summary>Does what was put off.</summary>
    public void Finish()
    {
        foreach (Action action in _actions ?? [])
            action();
    }
}
