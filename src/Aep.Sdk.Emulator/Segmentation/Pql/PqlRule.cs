namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A rule that is ready to be asked.</summary>
internal sealed class PqlRule
{
    private readonly PqlBound _body;
    private readonly int _slots;

    private PqlRule(PqlBinder binder, PqlNode node)
    {
        _body = binder.Bind(node);
        _slots = binder.SlotCount;
        Segments = binder.Segments;
        EventFields = binder.EventFields;
    }

    public PqlType Type => _body.Type;

    /// <summary>The audiences that <c>inSegment</c> names.</summary>
    public IReadOnlyCollection<string> Segments { get; }

    /// <summary>The top-level fields of events that the rule reads; null if it reads no event.</summary>
    public IReadOnlyCollection<string>? EventFields { get; }

    /// <summary>Resolves the names of a rule.</summary>
    /// <exception cref="PqlException">A name or a function is unknown, or a type does not fit.</exception>
    public static PqlRule Bind(PqlNode node, PqlType profile, PqlType @event) => new(new PqlBinder(profile, @event), node);

    /// <summary>A rule that says yes or no.</summary>
    /// <exception cref="PqlException">As for <see cref="Bind"/>, or the rule's value is something else than true or false.</exception>
    public static PqlRule BindCondition(PqlNode node, PqlType profile, PqlType @event)
    {
        PqlRule rule = Bind(node, profile, @event);
        return rule.Type.Kind is PqlKind.Boolean or PqlKind.List or PqlKind.Any
            ? rule
            : throw new PqlException($"The rule must be true or false, but is {rule.Type.Describe()}", Math.Max(0, node.Position));
    }

    public bool Matches(PqlSubject subject) => PqlValues.IsTrue(Evaluate(subject));

    public object? Evaluate(PqlSubject subject)
    {
        var frame = new PqlFrame(subject, _slots);
        frame.Slots[PqlBinder.ProfileSlot] = subject.Profile;
        return _body.Evaluate(frame);
    }
}
