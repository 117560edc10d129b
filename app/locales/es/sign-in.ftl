# Entrar y salir.

sign-in-title = Entrar
sign-in-username = Nombre de usuario
sign-in-password = Contraseña
sign-in-continue = Seguir
sign-in-passkey = Entrar con una llave
sign-in-code-title = Escriba su código
sign-in-code = Código de 6 cifras
sign-in-code-hint = Abra su aplicación de códigos y escriba el que muestra para Banyan.
sign-in-button = Entrar
sign-in-back = Volver al nombre y la contraseña
sign-in-left-title = Ha salido
sign-in-left-text = Cierre esta ventana si otras personas usan este aparato.
sign-in-again-title = Entre para seguir
sign-in-again-text = Volverá a donde estaba. Lo que escribió se guarda 10 minutos.

demo-title = Esto es una demostración
demo-text = Aquí no hay dinero de verdad. Puede entrar como cualquiera de estas personas.
demo-people = Ver las personas y sus contraseñas
demo-table = Las personas y con qué entran
demo-name = Nombre
demo-code = Para el código, ejecute «make codes» donde funciona el banco.

recovery-code-instead = No tengo mi aplicación: usar un código de reserva
recovery-code-title = Escriba un código de reserva
recovery-code = Código de reserva
recovery-code-hint = Uno de los códigos que imprimió. Cada uno vale una vez.
recovery-code-back = Volver al código de la aplicación
