namespace Aep.Sdk;

/// <summary>The base of all errors that this library raises on purpose.</summary>
public class AepException : Exception
{
    /// <summary>Creates an error.</summary>
    public AepException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with its cause.</summary>
    public AepException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
