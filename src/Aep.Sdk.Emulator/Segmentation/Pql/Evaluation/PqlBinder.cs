namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Resolves the names of a rule and checks types; makes of each node what finds its value.</summary>
internal sealed partial class PqlBinder
{
    public const int ProfileSlot = 0;
    private const string Events = "xEvent";
    private readonly PqlType _eventType;
    private readonly HashSet<string> _segments = [];
    private readonly HashSet<int> _usedSlots = [];
    private HashSet<string>? _eventFields;
    private PqlScope _scope;

    public PqlBinder(PqlType profile, PqlType @event)
    {
        // An instance of its own: the fields that are read of it are noted.
        _eventType = @event.Kind == PqlKind.Object ? new PqlType(PqlKind.Object, members: @event.Members) : @event;
        _scope = new PqlScope(null, null, profile, ProfileSlot);
    }

    public int SlotCount { get; private set; } = ProfileSlot + 1;

    public IReadOnlyCollection<string> Segments => _segments;

    public IReadOnlyCollection<string>? EventFields => _eventFields;

    public PqlBound Bind(PqlNode node) => node switch
    {
        PqlLiteral literal => Literal(literal),
        PqlName or PqlField => Path(node, PathOf(node)),
        PqlParameter parameter => Parameter(parameter),
        PqlUp up => Up(up),
        PqlListLiteral list => List(list),
        PqlCall call => Call(call),
        PqlLambda lambda => ProfileLambda(lambda),
        PqlLet let => Let(let),
        PqlQuantification quantification => Quantification(quantification),
        PqlAggregation aggregation => Aggregation(aggregation),
        PqlOccurs occurs => Occurs(occurs),
        PqlPeriod period => Period(period),
        PqlChain chain => Chain(chain),
        _ => throw new PqlException("This cannot stand here", node.Position),
    };

    private static PqlBound Literal(PqlLiteral literal)
    {
        object? value = literal.Value is bool truth ? PqlValues.Box(truth) : literal.Value;
        PqlType type = value switch { double => PqlType.Number, string => PqlType.Text, bool => PqlType.Boolean, _ => PqlType.Any };
        return new PqlBound(type, _ => value);
    }

    private PqlBound Parameter(PqlParameter parameter)
    {
        if (parameter.Number != 1)
            throw new PqlException($"The rule has one parameter; there is no ${parameter.Number}", parameter.Position);
        PqlScope root = _scope;
        while (root.Parent is not null)
            root = root.Parent;
        return Slot(root);
    }

    private PqlBound Up(PqlUp up) => _scope.FindOuter(up.Levels) is { } outer
        ? Slot(outer)
        : throw Mismatch($"'{new string('^', up.Levels)}' leads out of the rule: fewer filters stand around it", up);

    private PqlBound Path(PqlNode node, string path)
    {
        if (node is PqlName name)
            return Name(name, path);
        if (node is not PqlField field)
            return Bind(node);
        PqlBound target = Path(field.Target, path);
        PqlType type = Member(target.Type, field.Name) ?? throw Unknown(path, RootOf(node).Position);
        string member = field.Name;
        return new PqlBound(type, frame => PqlValues.Member(target.Evaluate(frame), member));
    }

    private PqlBound Name(PqlName name, string path)
    {
        if (_scope.FindVariable(name.Name) is { } variable)
        {
            _usedSlots.Add(variable.Slot);
            return Slot(variable);
        }
        if (name.Name == Events)
        {
            _eventFields ??= [];
            return new PqlBound(PqlType.ListOf(_eventType), frame => frame.Subject.Events);
        }
        if (Word(name.Name) is { } word)
            return word;
        if (_scope.FindContext(name.Name) is not { } context)
            throw Unknown(path, name.Position);
        int slot = context.Slot;
        string field = name.Name;
        return new PqlBound(Member(context.Type, field)!, frame => PqlValues.Member(frame.Slots[slot], field));
    }

    private PqlType? Member(PqlType type, string name)
    {
        if (type == _eventType || (type.Kind == PqlKind.List && type.Items == _eventType))
            (_eventFields ??= []).Add(name);
        return type.Member(name);
    }

    private PqlBound List(PqlListLiteral list)
    {
        PqlBound[] items = [.. list.Items.Select(Bind)];
        bool alike = items.Length > 0 && Array.TrueForAll(items, item => item.Type.Kind == items[0].Type.Kind);
        PqlType type = alike ? items[0].Type : PqlType.Any;
        if (list.Items.All(item => item is PqlLiteral))
        {
            object?[] constant = [.. list.Items.Select(item => ((PqlLiteral)item).Value)];
            return new PqlBound(PqlType.ListOf(type), _ => constant);
        }
        return new PqlBound(PqlType.ListOf(type), frame => Array.ConvertAll(items, item => item.Evaluate(frame)));
    }

    // (Profile) => …: a name for the first parameter.
    private PqlBound ProfileLambda(PqlLambda lambda)
    {
        if (lambda.Parameters.Count != 1 || _scope.Parent is not null)
            throw new PqlException("A function cannot stand here", lambda.Position);
        return In(new PqlScope(_scope, lambda.Parameters[0], _scope.Type, ProfileSlot), () => Bind(lambda.Body));
    }

    private PqlBound Let(PqlLet let)
    {
        PqlBound value = Bind(let.Value);
        PqlScope variable = Declare(let.Name, value.Type);
        PqlBound body = In(variable, () => Bind(let.Body));
        return new PqlBound(body.Type, frame =>
        {
            frame.Slots[variable.Slot] = value.Evaluate(frame);
            return body.Evaluate(frame);
        });
    }

    private PqlScope Declare(string? name, PqlType type) => new(_scope, name, type, SlotCount++);

    private static PqlBound Slot(PqlScope scope) => new(scope.Type, frame => frame.Slots[scope.Slot]);

    private T In<T>(PqlScope scope, Func<T> bind)
    {
        PqlScope outer = _scope;
        _scope = scope;
        try
        {
            return bind();
        }
        finally
        {
            _scope = outer;
        }
    }

    private static PqlException Unknown(string path, int position) =>
        new($"The attribute {path} is not in the union schema", Math.Max(0, position));

    private static string PathOf(PqlNode node) => node switch
    {
        PqlName name => name.Name,
        PqlField { Target: PqlName or PqlField } field => $"{PathOf(field.Target)}.{field.Name}",
        PqlField field => field.Name,
        _ => "",
    };

    private static PqlNode RootOf(PqlNode node) => node is PqlField { Target: PqlName or PqlField } field ? RootOf(field.Target) : node;
}
